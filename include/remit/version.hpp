// The version of the library and of the agreement language it reads.
// Not here: the version of any one agreement (that is a header statement of the agreement itself).
#pragma once

#define REMIT_VERSION_MAJOR 0
#define REMIT_VERSION_MINOR 1
#define REMIT_VERSION_PATCH 0
#define REMIT_VERSION "0.1.0"

/// The highest `language N` this library reads.
#define REMIT_LANGUAGE_VERSION 1
