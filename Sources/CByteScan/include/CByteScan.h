/// Byte scanning with SSE2 where the machine has it, and plain loops elsewhere.
#pragma once
#include <stdint.h>
#include <stddef.h>
