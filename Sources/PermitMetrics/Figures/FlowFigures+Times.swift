extension FlowFigures {
    /// How long an activity took, where its beginnings are known.
    public struct ActivityTimes: Hashable, Sendable {
        /// Events with a beginning and an end.
        public var paired: Int
        /// Ends without a beginning and beginnings without an end.
        public var unpaired: Int
        /// Mean seconds from beginning to end, rests taken out; nil without a pair.
        public var meanServiceSeconds: Double?
        /// The median of the same.
        public var medianServiceSeconds: Double?
        /// Mean seconds from the last end in the case before the beginning, to the beginning; nil where nothing came before.
        public var meanWaitingSeconds: Double?
        /// The median of the same.
        public var medianWaitingSeconds: Double?
        /// Mean seconds from being planned or given to somebody, to the beginning; nil where the log does not say.
        public var meanQueueSeconds: Double?
        /// The median of the same.
        public var medianQueueSeconds: Double?
    }

    /// How the time of cases divides into work and the rest, where the beginnings of activities are known.
    public struct CaseTimes: Hashable, Sendable {
        /// Events with a beginning and an end.
        public var paired: Int
        /// Ends without a beginning; they are events without a length.
        public var onlyEnded: Int
        /// Beginnings without an end; they are no events.
        public var onlyStarted: Int
        /// Activities that were planned and never began; they are no events.
        public var onlyScheduled: Int
        /// Cases of which nothing ended; they are left out.
        public var casesWithoutEnd: Int
        /// Seconds from the first beginning to the last end.
        public var throughput: DurationSummary?
        /// Seconds in which at least one activity was worked on.
        public var processing: DurationSummary?
        /// Seconds of the throughput in which none was.
        public var idle: DurationSummary?
    }
}
