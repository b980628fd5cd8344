// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <cerrno>
#include <exception>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace {

using namespace sekisho;

/// Keeps the places of closed standard streams taken: a design opened as number 1 would be written over by
/// what we print. Returns whether standard output was open.
bool occupyStandardStreams() {
    bool outputOpen = true;
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        if (stream == STDOUT_FILENO) outputOpen = false;
        if (open("/dev/null", O_RDWR) == -1) break; // NOLINT(cppcoreguidelines-pro-type-vararg)
    }
    return outputOpen;
}

/// 0, or the errno that says why not all of it was written.
int writeAll(int stream, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(stream, bytes.data(), bytes.size());
        if (written >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

std::string reason(int failure, const cli::Console& console) {
    if (failure == EBADF) return console.text(cli::Text::reason_closed);
    if (failure == ENOSPC) return console.text(cli::Text::reason_no_space);
    return std::generic_category().message(failure);
}

int perform(int argc, char** argv) {
    const bool outputOpen = occupyStandardStreams();
    cli::Console console(text::languageFromEnvironment());
    cli::Status status = cli::run({argv + (argc > 0 ? 1 : 0), argv + argc}, console);
    int failure = outputOpen || console.out().empty() ? writeAll(STDOUT_FILENO, console.out()) : EBADF;
    // Some file systems tell only now that there was no room.
    if (failure == 0 && close(STDOUT_FILENO) != 0 && errno != EINTR) failure = errno;
    if (failure != 0) status = console.fail(cli::Text::output_failed, {{"reason", reason(failure, console)}});
    writeAll(STDERR_FILENO, console.err());
    return static_cast<int>(status);
}

} // namespace

int main(int argc, char** argv) {
    try {
        return perform(argc, argv);
    } catch (const std::exception& failure) {
        writeAll(STDERR_FILENO, std::string("error: ") + failure.what() + " [internal]\n");
        return static_cast<int>(cli::Status::Failed);
    }
}
