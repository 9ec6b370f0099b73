// Catch2 2 (Debian 12) or 3 (Conan, Ubuntu 24.04) under one name. Only what both have is used.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
