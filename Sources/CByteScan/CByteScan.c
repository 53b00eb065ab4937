#include "CByteScan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit for each of 64 bytes that equals `byte`; bit 0 is the first byte.
static inline uint64_t matches(const uint8_t *bytes, uint8_t byte) {
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8((char)byte);
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) {
        __m128i chunk = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(chunk, wanted)) << (16 * part);
    }
    return mask;
#else
    uint64_t mask = 0;
    for (int index = 0; index < 64; index++) mask |= (uint64_t)(bytes[index] == byte) << index;
    return mask;
#endif
}

/// The lowest `count` bits; all of them for 64 and more.
static inline uint64_t low_bits(size_t count) { return count >= 64 ? ~0ULL : (1ULL << count) - 1; }

void izin_cut_records(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t terminator, uint8_t quote,
                      int at_end, size_t longest, struct izin_cut *cut) {
    size_t position = cut->position;
    size_t record_end = cut->record_end, lines = cut->lines, lines_at_end = cut->lines_at_record_end;
    int in_quotes = cut->in_quotes;
    while (position < length) {
        const size_t base = position;
        const uint64_t inside = low_bits(length - base);
        const uint64_t quotes = matches(bytes + base, quote) & inside;
        const uint64_t ends = matches(bytes + base, terminator) & inside;
        position = base + 64;
        if (quotes == 0) {
            lines += (size_t)__builtin_popcountll(ends);
            if (!in_quotes && ends != 0) {
                if (base + (size_t)__builtin_ctzll(ends) + 1 - record_end > longest) goto too_long;
                record_end = base + 64 - (size_t)__builtin_clzll(ends);
                lines_at_end = lines;
            }
            continue;
        }
        uint64_t marks = quotes | ends;
        while (marks != 0) {
            const size_t at = base + (size_t)__builtin_ctzll(marks);
            const uint64_t bit = marks & -marks;
            marks ^= bit;
            if ((ends & bit) != 0) {
                lines++;
                if (!in_quotes) {
                    if (at + 1 - record_end > longest) goto too_long;
                    record_end = at + 1;
                    lines_at_end = lines;
                }
            } else if (!in_quotes) {
                in_quotes = at == 0 || bytes[at - 1] == delimiter || bytes[at - 1] == terminator;
            } else if (at + 1 >= length && !at_end) {
                position = at;
                goto done;
            } else if (at + 1 < length && bytes[at + 1] == quote) {
                if (at + 1 >= base + 64) {
                    position = at + 2;
                } else {
                    marks &= marks - 1;
                }
            } else {
                in_quotes = 0;
            }
        }
    }
    goto done;
too_long:
    cut->is_too_long = 1;
done:
    cut->position = position < length ? position : length;
    cut->record_end = record_end;
    cut->lines = lines;
    cut->lines_at_record_end = lines_at_end;
    cut->in_quotes = in_quotes;
}

size_t izin_index_marks(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t terminator, uint8_t quote,
                        uint32_t *offsets) {
    size_t count = 0;
    for (size_t base = 0; base < length; base += 64) {
        uint64_t marks = matches(bytes + base, delimiter) | matches(bytes + base, terminator) |
                         matches(bytes + base, quote);
        marks &= low_bits(length - base);
        while (marks != 0) {
            offsets[count++] = (uint32_t)(base + (size_t)__builtin_ctzll(marks));
            marks &= marks - 1;
        }
    }
    return count;
}

size_t izin_count_byte(const uint8_t *bytes, size_t length, uint8_t byte) {
    size_t count = 0, base = 0;
    for (; base + 64 <= length; base += 64) count += (size_t)__builtin_popcountll(matches(bytes + base, byte));
    for (; base < length; base++) count += bytes[base] == byte;
    return count;
}

/// The length of the UTF-8 sequence at `bytes`, or 0 when there is none within `left` bytes.
static size_t sequence(const uint8_t *bytes, size_t left) {
    const uint8_t first = bytes[0];
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (left < size) return 0;
    for (size_t index = 1; index < size; index++) {
        if ((bytes[index] & 0xC0) != 0x80) return 0;
    }
    if (first == 0xE0 && bytes[1] < 0xA0) return 0;
    if (first == 0xED && bytes[1] > 0x9F) return 0;
    if (first == 0xF0 && bytes[1] < 0x90) return 0;
    if (first == 0xF4 && bytes[1] > 0x8F) return 0;
    return size;
}

/// Whether eight bytes are ASCII and none of them is NUL.
static inline int is_plain(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    const uint64_t high = 0x8080808080808080ULL, ones = 0x0101010101010101ULL;
    return ((word | (word - ones)) & high) == 0;
}

int izin_check_text(const uint8_t *bytes, size_t length) {
    int nul = 0;
    for (size_t index = 0; index < length;) {
        if (length - index >= 8 && is_plain(bytes + index)) {
            index += 8;
            continue;
        }
        const size_t size = sequence(bytes + index, length - index);
        if (size == 0) return 1;
        nul |= bytes[index] == 0;
        index += size;
    }
    return nul ? 2 : 0;
}

int izin_xml_value_marks(const uint8_t *bytes, size_t length) {
    int marks = 0;
    for (size_t index = 0; index < length; index++) {
        marks |= bytes[index] == '&' || bytes[index] < 0x20;
        marks |= (bytes[index] >= 0x80) << 1;
    }
    return marks;
}
