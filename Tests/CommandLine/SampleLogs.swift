/// Small logs made by hand.
enum SampleLogs {
    /// Two permits, three activities, no zone.
    static let good = """
        case,activity,time,type
        A,Receive,2024-01-02T08:00:00,shop
        A,Check,2024-01-03T09:00:00,shop
        A,Decide,2024-01-05T10:00:00,shop
        B,Receive,2024-01-02T08:30:00,factory
        B,Check,2024-01-04T16:00:00,factory

        """

    /// The rows of ``good``, without its header.
    static let rows = good.split(separator: "\n").dropFirst().map { $0 + "\n" }.joined()

    /// Rows that cannot be used beside some that can.
    static let dirty = """
        case,activity,time,type
        A,Receive,2024-01-02T08:00:00,shop
        A,Check,2024-02-30T09:00:00,shop
        ,Decide,2024-01-05T10:00:00,shop
        B,Receive,,factory
        B,Check,2964-01-04T16:00:00,factory
        B,Check
        B,Decide,2024-01-05T10:00:00,factory,too,long

        """

    /// An XES log that ends in the middle.
    static let truncatedXES = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1.0">
          <trace>
            <string key="concept:name" value="A"/>
            <event>
              <string key="concept:name" value="Receive"/>
              <date key="time:timestamp" value="2024-01-02T08:00:00+07:00"/>
            </event>
            <event>
              <string key="concept:na
        """
}
