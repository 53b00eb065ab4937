internal import WorkingTime

/// The moment that ids such as `I-202401081023123456789` carry: `yyyyMMddHHmmss` behind a letter, then a running number.
enum IDMoment {
    /// What an id says of its moment.
    enum Reading {
        /// It is no such id.
        case none
        /// It carries a moment that exists.
        case moment
        /// It has the form, and the moment does not exist.
        case impossible
    }

    /// Reads an id.
    static func reading(_ id: ArraySlice<UInt8>) -> Reading {
        let id = Array(id)
        guard id.count >= 16, (0x41...0x5A).contains(id[0] & 0xDF), id[1] == 0x2D,
            id.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
        else { return .none }
        func number(_ range: Range<Int>) -> Int { id[range].reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
        guard (2018...2199).contains(number(2..<6)) else { return .impossible }
        guard Day(year: number(2..<6), month: number(6..<8), day: number(8..<10)) != nil,
            number(10..<12) < 24,
            number(12..<14) < 60, number(14..<16) < 60
        else { return .impossible }
        return .moment
    }
}
