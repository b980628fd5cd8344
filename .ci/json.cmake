# SPDX-License-Identifier: Apache-2.0
# cmake -D FILE=... -P json.cmake: fails if the file is not JSON.
file(READ "${FILE}" text)
string(JSON type ERROR_VARIABLE problem TYPE "${text}")
if(problem)
  message(FATAL_ERROR "${FILE}: ${problem}")
endif()
