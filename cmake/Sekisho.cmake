# SPDX-License-Identifier: Apache-2.0
# The flags every target is built with, and the one way to declare a room (a library) and a test.

add_library(sekisho_flags INTERFACE)
target_compile_options(sekisho_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual)
# GCC 12 finds fault where there is none: with std::string + literal (its bug 105651) and with values in std::optional
# and std::variant (its bug 80635).
target_compile_options(sekisho_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-Wno-maybe-uninitialized>)
if(SEKISHO_WERROR)
  target_compile_options(sekisho_flags INTERFACE -Werror)
endif()
if(SEKISHO_SANITIZE)
  target_compile_options(sekisho_flags INTERFACE -fsanitize=${SEKISHO_SANITIZE} -fno-sanitize-recover=all
                         -fno-omit-frame-pointer)
  target_link_options(sekisho_flags INTERFACE -fsanitize=${SEKISHO_SANITIZE})
endif()
if(SEKISHO_COVERAGE)
  target_compile_options(sekisho_flags INTERFACE --coverage)
  target_link_options(sekisho_flags INTERFACE --coverage)
endif()
if(SEKISHO_FUZZERS)
  # The libraries need coverage feedback too, not only the fuzzer's own main.
  target_compile_options(sekisho_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# sekisho_room(NAME <name> [DEPS <targets>...]): the sources of this folder as static library sekisho_<name>.
function(sekisho_room)
  cmake_parse_arguments(ROOM "" "NAME" "DEPS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  set(implementation ${sources})
  list(FILTER implementation INCLUDE REGEX "\\.cpp$")
  if(implementation)
    add_library(sekisho_${ROOM_NAME} STATIC ${sources})
    target_include_directories(sekisho_${ROOM_NAME} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(sekisho_${ROOM_NAME} PUBLIC ${ROOM_DEPS} PRIVATE sekisho_flags)
  else()
    add_library(sekisho_${ROOM_NAME} INTERFACE)
    target_include_directories(sekisho_${ROOM_NAME} INTERFACE ${PROJECT_SOURCE_DIR})
    target_link_libraries(sekisho_${ROOM_NAME} INTERFACE ${ROOM_DEPS})
  endif()
endfunction()

# sekisho_qt_room(NAME <name> [DEPS <targets>...]): the same for a room whose classes moc has to read.
function(sekisho_qt_room)
  cmake_parse_arguments(ROOM "" "NAME" "DEPS" ${ARGN})
  sekisho_room(${ARGN})
  # Qt 6.4's moc fails in libstdc++'s <concepts> where that is the first standard header it meets; <version> goes first.
  set_target_properties(sekisho_${ROOM_NAME} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "--include;version")
endfunction()

# sekisho_test(<name> SOURCES <files>... [DEPS <targets>...] [LABELS <labels>...]): a Qt Test program run by CTest,
# labelled with its folder; and once more under each of SEKISHO_TEST_LOCALES. The label "terraform" says that it mostly
# runs the real terraform, which neither a sanitizer nor a locale tells anything about us: then it runs once.
function(sekisho_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;DEPS;LABELS" ${ARGN})
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
  set(once OFF)
  if("terraform" IN_LIST TEST_LABELS)
    set(once ON)
  endif()
  if(once AND SEKISHO_SANITIZE)
    return()
  endif()

  add_executable(test_${name} ${TEST_SOURCES})
  # Qt 6.4's moc fails in libstdc++'s <concepts> where that is the first standard header it meets; <version> goes first.
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "--include;version")
  target_link_libraries(test_${name} PRIVATE ${TEST_DEPS} Qt6::Test sekisho_flags)
  target_compile_definitions(test_${name} PRIVATE SEKISHO_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             SEKISHO_BINARY_DIR="${PROJECT_BINARY_DIR}")

  # Qt Test would end a function after five minutes; CTest's time limit is the one that counts.
  set(environment "QT_QPA_PLATFORM=offscreen" "UBSAN_OPTIONS=print_stacktrace=1" "QTEST_FUNCTION_TIMEOUT=86400000")
  if(SEKISHO_SANITIZE)
    # Sanitized code is many times slower: fewer random designs, unless SEKISHO_LONG asks for all.
    list(APPEND environment "SEKISHO_SHORT=1")
  endif()
  add_test(NAME ${SEKISHO_TEST_PREFIX}${name} COMMAND test_${name})
  set_tests_properties(${SEKISHO_TEST_PREFIX}${name} PROPERTIES TIMEOUT ${SEKISHO_TEST_TIMEOUT}
                       ENVIRONMENT "${environment}" LABELS "${folder};${TEST_LABELS}")
  if(once)
    return()
  endif()
  foreach(locale IN LISTS SEKISHO_TEST_LOCALES)
    set(variant ${SEKISHO_TEST_PREFIX}${name}.${locale})
    add_test(NAME ${variant} COMMAND test_${name})
    set_tests_properties(${variant} PROPERTIES TIMEOUT ${SEKISHO_TEST_TIMEOUT} LABELS locale
                         ENVIRONMENT "${environment};LC_ALL=${locale};LANG=${locale}")
  endforeach()
endfunction()
