// SPDX-License-Identifier: Apache-2.0
#include "ui/document/sidecar.h"

#include "core/format/codec.h"
#include "core/format/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <random>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace sekisho {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".unsaved";
constexpr std::string_view headStart = R"({"sekisho_unsaved":)";
/// The program's own folder is nobody else's business.
constexpr FileFacts privateFile{.kind = FileKind::Regular, .mode = 0600};

/// JSON holds UTF-8 alone; a path is bytes.
std::string percentEncoded(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && byte < 0x7F && c != '%')
            text += c;
        else
            (((text += '%') += digits[byte >> 4U]) += digits[byte & 15U]);
    }
    return text;
}

std::string percentDecoded(const std::string& text) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%' || i + 2 >= text.size()) {
            bytes += text[i];
            continue;
        }
        bytes += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    return bytes;
}

std::string headOf(const UnsavedOf& of) {
    nlohmann::ordered_json head;
    head["sekisho_unsaved"] = 1;
    head["file"] = percentEncoded(of.file.string());
    head["name"] = of.name;
    return head.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

/// Splits off the first line that says whose it is, if there is one.
std::optional<UnsavedOf> takeHead(std::string& bytes) {
    if (!bytes.starts_with(headStart)) return std::nullopt;
    const std::size_t end = bytes.find('\n');
    if (end == std::string::npos) return std::nullopt;
    const auto head = nlohmann::json::parse(bytes.substr(0, end), nullptr, false);
    if (!head.is_object()) return std::nullopt;
    const auto text = [&](const char* key) {
        const auto found = head.find(key);
        return found != head.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    UnsavedOf of{percentDecoded(text("file")), text("name")};
    bytes.erase(0, end + 1);
    return of;
}

std::string freshName() {
    std::random_device random;
    std::array<char, 24> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x%08x", random(), random());
    return std::string("design-") + digits.data() + std::string(suffix);
}

fs::path realOf(const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(file, error);
    return error ? fs::absolute(file, error) : real;
}

/// The leftover of that name, if it is this user's and nobody holds it.
std::optional<Leftover> leftoverAt(const FolderHandle& folder, const fs::path& path) {
    const std::string name = path.filename().string();
    const IoResult<FileFacts> facts = folder.facts(name);
    if (!facts || facts->kind != FileKind::Regular || facts->owner != ::geteuid() || folder.isHeld(name))
        return std::nullopt;
    Leftover found{path, {}, facts->modified, facts->inode, fail(Code::read_failed)};
    auto bytes = folder.read(name, format::maxFileSize);
    if (!bytes && bytes.error() == ENOENT) return std::nullopt;
    if (!bytes) {
        found.design = fail(readDiagnostic(bytes.error(), path));
        return found;
    }
    if (auto of = takeHead(*bytes)) found.of = std::move(*of);
    auto loaded = format::readDesign(*bytes);
    if (loaded)
        found.design = std::move(loaded->design);
    else
        found.design = fail(loaded.error());
    return found;
}

/// A program that was killed while it wrote leaves this; nobody else has it while the folder is locked.
void tidyUp(const FolderHandle& folder, const std::string& saving) {
    const IoResult<FileFacts> facts = folder.facts(saving);
    if (facts && facts->kind == FileKind::Regular) static_cast<void>(folder.remove(saving));
}

std::string savingName(const std::string& name) {
    return '.' + name + ".saving";
}

} // namespace

fs::path sidecarBeside(const fs::path& file) {
    const fs::path real = realOf(file);
    return real.parent_path() / ('.' + real.filename().string() + std::string(suffix));
}

Sidecar::Sidecar(fs::path folder, FaultHook hook) : m_folder(std::move(folder)), m_hook(std::move(hook)) {}

Result<void> Sidecar::write(const UnsavedOf& of, const Design& design) {
    const std::string text = format::writeDesign(design);
    FileFacts like = privateFile;
    if (!of.file.empty()) {
        const fs::path real = realOf(of.file);
        if (const auto beside = FolderHandle::open(real.parent_path()))
            if (const auto facts = beside->facts(real.filename().string());
                facts && facts->kind == FileKind::Regular)
                like = *facts;
        like.mode |= 0600U;
    }
    if (!m_path.empty()) {
        const bool own = m_path.parent_path() == m_folder;
        if (own ? writeTo(m_path, headOf(of) + text, privateFile) : writeTo(m_path, text, like)) return {};
    }
    if (!of.file.empty() && writeTo(sidecarBeside(of.file), text, like)) return {};
    struct stat status {};
    if (::stat(m_folder.c_str(), &status) != 0) {
        const auto made = makeFolders(m_folder, m_hook);
        if (!made) return fail(writeDiagnostic(made.error(), m_folder));
        if (!made->empty()) ::chmod(m_folder.c_str(), 0700);
    }
    return writeTo(m_folder / freshName(), headOf(of) + text, privateFile);
}

Result<void> Sidecar::writeTo(const fs::path& path, const std::string& bytes, const FileFacts& like) {
    const std::string name = path.filename().string(), saving = savingName(name);
    const IoResult<FolderHandle> folder = FolderHandle::open(path.parent_path(), m_hook);
    if (!folder) return fail(writeDiagnostic(folder.error(), path));
    FileHold held;
    const auto written = [&]() -> IoResult<void> {
        if (IoResult<void> locked = folder->lock(std::chrono::seconds(2)); !locked) return locked;
        const IoResult<FileFacts> old = folder->facts(name);
        if (!old) return tl::unexpected<int>(old.error());
        // Another program's, or left over and not yet looked at.
        const bool ours = m_hold && path == m_path && old->inode == m_hold.inode;
        if (old->kind != FileKind::None && !ours) return tl::unexpected<int>(EEXIST);
        tidyUp(*folder, saving);
        if (IoResult<void> created = folder->create(saving, bytes, like); !created) return created;
        IoResult<FileHold> hold = folder->hold(saving);
        IoResult<void> renamed =
            hold ? folder->rename(saving, *folder, name) : IoResult<void>(tl::unexpected<int>(hold.error()));
        if (!renamed)
            static_cast<void>(folder->remove(saving));
        else
            held = std::move(*hold);
        return renamed;
    }();
    if (!written) return fail(writeDiagnostic(written.error(), path));
    static_cast<void>(folder->sync());
    if (path != m_path) remove(); // what stood at the place before
    m_path = path;
    m_hold = std::move(held);
    return {};
}

void Sidecar::remove() {
    if (m_path.empty()) return;
    const std::string name = m_path.filename().string();
    if (const auto folder = FolderHandle::open(m_path.parent_path(), m_hook)) {
        const IoResult<FileFacts> facts = folder->facts(name);
        if (facts && facts->kind == FileKind::Regular && facts->inode == m_hold.inode)
            static_cast<void>(folder->remove(name));
    }
    m_path.clear();
    m_hold = {};
}

void Sidecar::adopt(fs::path path, FileHold hold) {
    if (path != m_path) remove();
    m_path = std::move(path);
    m_hold = std::move(hold);
}

std::vector<Leftover> leftoversOf(const fs::path& file, const fs::path& folder) {
    std::vector<Leftover> found;
    const fs::path beside = sidecarBeside(file), real = realOf(file);
    if (const auto place = FolderHandle::open(beside.parent_path())) {
        // Only where there is something to tidy: opening a file writes nothing.
        const std::string saving = savingName(beside.filename().string());
        if (const auto litter = place->facts(saving); litter && litter->kind == FileKind::Regular)
            if (place->lock(std::chrono::milliseconds(0))) tidyUp(*place, saving);
        if (auto left = leftoverAt(*place, beside)) {
            left->of = {real, real.filename().string()};
            found.push_back(std::move(*left));
        }
    }
    for (Leftover& left : leftoversIn(folder))
        if (!left.of.file.empty() && realOf(left.of.file) == real) found.push_back(std::move(left));
    return found;
}

std::vector<Leftover> leftoversIn(const fs::path& folder) {
    std::vector<Leftover> found;
    const auto place = FolderHandle::open(folder);
    if (!place) return found;
    const auto names = place->names();
    if (!names) return found;
    for (const std::string& name : *names) {
        if (name.ends_with(suffix)) {
            if (auto left = leftoverAt(*place, folder / name)) found.push_back(std::move(*left));
        } else if (name.starts_with('.') && name.ends_with(".unsaved.saving")) {
            if (place->lock(std::chrono::milliseconds(0))) tidyUp(*place, name);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Leftover::written);
    return found;
}

bool isBeingChanged(const fs::path& file) {
    const fs::path beside = sidecarBeside(file);
    const auto folder = FolderHandle::open(beside.parent_path());
    return folder && folder->isHeld(beside.filename().string());
}

IoResult<FileHold> claim(const Leftover& leftover) {
    const auto folder = FolderHandle::open(leftover.sidecar.parent_path());
    if (!folder) return tl::unexpected<int>(folder.error());
    auto held = folder->hold(leftover.sidecar.filename().string());
    // Another program has recovered it meanwhile, and what is there now is its own.
    if (held && held->inode != leftover.inode) return tl::unexpected<int>(ENOENT);
    return held;
}

bool discard(const Leftover& leftover) {
    const auto held = claim(leftover);
    if (!held) return held.error() == ENOENT;
    const auto folder = FolderHandle::open(leftover.sidecar.parent_path());
    return folder && folder->remove(leftover.sidecar.filename().string());
}

} // namespace sekisho
