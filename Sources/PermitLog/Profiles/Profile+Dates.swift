public import WorkingTime

extension Profile.Dates {
    /// The form in which the profile says that a column's dates are written.
    ///
    /// - Parameter name: The column's name in the file; see ``ColumnName``.
    /// - Returns: The form of the column, else that of the file; nil where neither is said or the name is no form.
    public func stampForm(ofColumn name: String) -> StampForm? {
        let key = ColumnName.key(name)
        let own = columns[name] ?? columns.first { ColumnName.key($0.key) == key }?.value
        return (own ?? form).flatMap { try? StampForm.named($0) }
    }
}
