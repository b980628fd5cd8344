// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <ctime>
#include <vector>

namespace sekisho::benchmarks {

/// Processor time of this process in milliseconds: what else the machine does hardly counts.
inline double processorTime() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// How long something takes, in milliseconds of processor time.
template<class Work>
double timeOf(const Work& work) {
    const double start = processorTime();
    work();
    return processorTime() - start;
}

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

inline double largest(const std::vector<double>& values) {
    return *std::max_element(values.begin(), values.end());
}

} // namespace sekisho::benchmarks
