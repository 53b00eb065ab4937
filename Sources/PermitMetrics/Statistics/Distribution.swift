internal import Glibc

/// The distributions that intervals and tests are read from.
enum Distribution {
    /// The quantile of the standard normal distribution, to 16 digits (Wichura 1988, AS 241).
    ///
    /// - Parameter probability: Between 0 and 1, both excluded.
    /// - Returns: The value that is exceeded with probability `1 - probability`.
    static func normalQuantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "confidence levels lie inside 0 and 1")
        let q = probability - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(r, centre.above) / polynomial(r, centre.below)
        }
        let tail = (-log(q < 0 ? probability : 1 - probability)).squareRoot()
        let (form, r) = tail <= 5 ? (middle, tail - 1.6) : (far, tail - 5)
        let value = polynomial(r, form.above) / polynomial(r, form.below)
        return q < 0 ? -value : value
    }

    /// The probability that a chi-squared variable exceeds a value.
    ///
    /// - Parameters:
    ///   - value: Zero or more.
    ///   - freedom: Degrees of freedom, at least 1.
    /// - Returns: From 0 to 1.
    static func chiSquaredTail(_ value: Double, freedom: Int) -> Double {
        guard value > 0 else { return 1 }
        // A finite sum for whole degrees of freedom (Abramowitz and Stegun 26.4.4 and 26.4.5).
        let isOdd = freedom % 2 == 1
        var sum = isOdd ? erfc((value / 2).squareRoot()) : exp(-value / 2)
        var term = isOdd ? exp(-value / 2) * (2 * value / .pi).squareRoot() : exp(-value / 2) * value / 2
        var degrees = isOdd ? 3 : 4
        while degrees <= freedom {
            sum += term
            term *= value / Double(degrees)
            degrees += 2
        }
        return min(1, sum)
    }

    /// The smallest count that a binomial variable does not exceed with at least some probability.
    ///
    /// - Parameters:
    ///   - probability: Between 0 and 1, both excluded.
    ///   - trials: The number of trials.
    ///   - share: The probability of success in each, between 0 and 1, both excluded.
    /// - Returns: From 0 to `trials`.
    static func binomialQuantile(_ probability: Double, trials: Int, share: Double) -> Int {
        // Starts in the middle of the distribution, because its far tails underflow.
        let mode = min(trials, Int(Double(trials + 1) * share))
        let atMode = exp(
            lgamma(Double(trials) + 1) - lgamma(Double(mode) + 1) - lgamma(Double(trials - mode) + 1)
                + Double(mode) * log(share) + Double(trials - mode) * log1p(-share)
        )
        let odds = share / (1 - share)
        var masses: [Double] = [atMode]
        var mass = atMode
        var first = mode
        while first > 0, mass > 1e-25 {
            mass *= Double(first) / (Double(trials - first + 1) * odds)
            first -= 1
            masses.append(mass)
        }
        masses.reverse()
        mass = atMode
        var last = mode
        while last < trials, mass > 1e-25 {
            mass *= Double(trials - last) * odds / Double(last + 1)
            last += 1
            masses.append(mass)
        }
        var sum = 0.0
        for (index, mass) in masses.enumerated() {
            sum += mass
            if sum >= probability * (1 - 1e-12) { return first + index }
        }
        return last
    }

    private typealias Form = (above: [Double], below: [Double])

    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }

    private static let centre: Form = (
        [
            3.387_132_872_796_366_608_0, 133.141_667_891_784_377_45, 1_971.590_950_306_551_442_7,
            13_731.693_765_509_461_125, 45_921.953_931_549_871_457, 67_265.770_927_008_700_853,
            33_430.575_583_588_128_105, 2_509.080_928_730_122_672_7,
        ],
        [
            1, 42.313_330_701_600_911_252, 687.187_007_492_057_908_30, 5_394.196_021_424_751_107_7,
            21_213.794_301_586_595_867, 39_307.895_800_092_710_610, 28_729.085_735_721_942_674,
            5_226.495_278_852_854_561_0,
        ]
    )

    private static let middle: Form = (
        [
            1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
            3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_770,
            0.022_723_844_989_269_184_187_7, 7.745_450_142_783_414_076_40e-4,
        ],
        [
            1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 0.689_767_334_985_100_004_550,
            0.148_103_976_427_480_074_590, 0.015_198_666_563_616_457_160_3, 5.475_938_084_995_344_946_00e-4,
            1.050_750_071_644_416_843_24e-9,
        ]
    )

    private static let far: Form = (
        [
            6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
            0.296_560_571_828_504_891_230, 0.026_532_189_526_576_123_093_0, 1.242_660_947_388_078_438_60e-3,
            2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
        ],
        [
            1, 0.599_832_206_555_887_937_690, 0.136_929_880_922_735_805_310, 0.014_875_361_290_850_615_025_0,
            7.868_691_311_456_132_591_00e-4, 1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
            2.044_263_103_389_939_785_64e-15,
        ]
    )
}
