/// Byte scanning with SSE2 where the machine has it, and plain loops elsewhere.
///
/// Every function reads at most `length` bytes from `bytes` except where it says that it may read up to 64 bytes more.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// How far a text has been cut into records.
///
/// A quote opens a quoted field only at the start of a field; elsewhere it is a letter like any other. Inside, two
/// quotes stand for one. A text without quotes has 0xFF for one, which UTF-8 never holds.
struct izin_cut {
    /// The offset up to which the text was looked at.
    size_t position;
    /// The offset behind the last record that is whole; 0 when there is none.
    size_t record_end;
    /// The line ends before `position`.
    size_t lines;
    /// The line ends before `record_end`.
    size_t lines_at_record_end;
    /// Whether `position` lies in a quoted field.
    int in_quotes;
    /// Whether the record at `record_end` is longer than it may be; then nothing behind it was looked at.
    int is_too_long;
};

/// Looks for record ends from `cut->position` to `length`; `bytes` begins with a record.
///
/// Stops before a quote that might be the first of two when `at_end` is 0, and at a record of more than `longest` bytes, at
/// least 64, with its terminator. May read 64 bytes behind `length`.
void izin_cut_records(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t terminator, uint8_t quote,
                      int at_end, size_t longest, struct izin_cut *cut);

/// Writes the offsets of every delimiter, terminator and quote to `offsets`, which has room for `length + 64` of them.
///
/// May read 64 bytes behind `length`. Returns how many offsets were found.
size_t izin_index_marks(const uint8_t *bytes, size_t length, uint8_t delimiter, uint8_t terminator, uint8_t quote,
                        uint32_t *offsets);

/// The number of bytes equal to `byte`.
size_t izin_count_byte(const uint8_t *bytes, size_t length, uint8_t byte);

/// 0 for UTF-8 without NUL, 1 for text that is not UTF-8, 2 for UTF-8 with a NUL.
int izin_check_text(const uint8_t *bytes, size_t length);

/// Whether a value of an XML attribute holds an entity or white space that XML replaces (a byte below space or `&`), or
/// a byte above ASCII: 1 for the first, 2 for the second, 3 for both.
int izin_xml_value_marks(const uint8_t *bytes, size_t length);
