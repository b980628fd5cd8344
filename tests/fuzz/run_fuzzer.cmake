# SPDX-License-Identifier: Apache-2.0
# cmake -D FUZZER=program -D SEEDS=folder -D WORK=folder -P run_fuzzer.cmake: fuzzes for SEKISHO_FUZZ_SECONDS. What it
# found interesting stays in WORK, so that the next run goes on from there; an input that fails is saved there and
# named in the output.
set(seconds "$ENV{SEKISHO_FUZZ_SECONDS}")
if(seconds STREQUAL "")
  set(seconds 10)
endif()
file(MAKE_DIRECTORY "${WORK}/corpus")
set(folders "${WORK}/corpus")
if(EXISTS "${SEEDS}")
  list(APPEND folders "${SEEDS}")
endif()
set(dictionary "")
if(EXISTS "${SEEDS}.dict")
  set(dictionary "-dict=${SEEDS}.dict")
endif()

set(ENV{UBSAN_OPTIONS} "halt_on_error=1:print_stacktrace=1")
execute_process(
  COMMAND "${FUZZER}" -max_total_time=${seconds} -timeout=20 -rss_limit_mb=2048 -print_final_stats=1
          "-artifact_prefix=${WORK}/" ${dictionary} ${folders}
  RESULT_VARIABLE status
  OUTPUT_VARIABLE log
  ERROR_VARIABLE log)
if(NOT status STREQUAL "0")
  message(FATAL_ERROR "${log}\nThe fuzzer failed (${status}); the input is in ${WORK}")
endif()
string(REGEX MATCH "stat::number_of_executed_units: +([0-9]+)" found "${log}")
if(NOT found OR CMAKE_MATCH_1 EQUAL 0)
  message(FATAL_ERROR "${log}\nThe fuzzer executed nothing")
endif()
message(STATUS "${CMAKE_MATCH_1} inputs in ${seconds} s")
