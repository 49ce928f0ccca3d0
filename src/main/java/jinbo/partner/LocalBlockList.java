package jinbo.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListSearch;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Manifest;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;

/** An insurer's copy of its block list, called the held list; searched in its file, also by several processes. */
public final class LocalBlockList {

    private static final Pattern CSV = Pattern.compile("blocklist-([0-9]{8})\\.csv");

    private final Path folder;
    private final AppliedListFile note;

    public LocalBlockList(Path folder) {
        this.folder = folder;
        this.note = new AppliedListFile(folder.resolve("applied"));
    }

    /** The manifest of the applied list, which may be used until its {@code use_by}. */
    public Optional<VerifiedList> applied() throws IOException {
        return note.read().map(Applied::list);
    }

    public Optional<Applied> appliedList() throws IOException {
        return note.read();
    }

    /** Like {@link #appliedList}, but also empty if the record is damaged. */
    public Optional<Applied> readNote() throws IOException {
        try {
            return note.read();
        } catch (BlockListDamagedException e) {
            return Optional.empty();
        }
    }

    /** Verifies the whole list and returns its damage. A damaged list must not be used. */
    public Optional<String> damage() throws IOException {
        try {
            Optional<Applied> applied = note.read();
            if (applied.isEmpty()) {
                return highestKnown() == 0
                        ? Optional.empty()
                        : Optional.of("The note of the applied list in " + folder + " is missing");
            }
            return isIntact(applied.get())
                    ? Optional.empty()
                    : Optional.of("The list in " + folder + " is not the one that was applied, list "
                            + applied.get().sequence());
        } catch (BlockListDamagedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** False if the list is not the applied one. */
    public boolean isIntact(Applied applied) throws IOException {
        Manifest manifest = applied.list().manifest();
        BlockListSummary content = content();
        return content.rows() == manifest.entries()
                && content.listDigest().equals(manifest.listDigest())
                && Files.size(csv()) == applied.length();
    }

    /** Opens the list; all lookups see the same list, even if another list is applied meanwhile. */
    public BlockListLookup open() throws IOException {
        Applied applied = known();
        while (true) {
            try {
                // Extra numbers are deleted after their list, so whoever can open the list afterwards has them.
                Optional<BlockListSearch> extra = searchExtraNumbers();
                try {
                    return new BlockListLookup(applied.list().manifest(), search(applied), extra);
                } catch (IOException e) {
                    if (extra.isPresent()) {
                        extra.get().close();
                    }
                    throw e;
                }
            } catch (NoSuchFileException e) {
                // Another process may have applied the next list and deleted the file of this one.
                Applied now = known();
                if (now.equals(applied)) {
                    throw e;
                }
                applied = now;
            }
        }
    }

    private BlockListSearch search(Applied applied) throws IOException {
        Path csv = csv(applied.list());
        try {
            BlockListSearch search = BlockListSearch.open(csv);
            if (search.size() == applied.length()) {
                return search;
            }
            search.close();
            throw new BlockListDamagedException(PartnerError.LIST_OF_OTHER_LENGTH, csv);
        } catch (FormatException e) {
            throw damaged(applied, e);
        }
    }

    private Optional<BlockListSearch> searchExtraNumbers() throws IOException {
        try {
            return Optional.of(BlockListSearch.open(extraNumbers()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    /** Reads the whole list, and counts and hashes its rows for an acknowledgement. */
    public BlockListSummary content() throws IOException {
        Applied applied = known();
        try (InputStream csv = Files.newInputStream(csv(applied.list()))) {
            return BlockListReader.read(csv, entry -> {});
        } catch (FormatException e) {
            throw damaged(applied, e);
        } catch (NoSuchFileException e) {
            throw listMissing();
        }
    }

    private static BlockListDamagedException damaged(Applied applied, FormatException e) {
        Manifest manifest = applied.list().manifest();
        return manifest.businessLines().isEmpty()
                ? new BlockListDamagedException(PartnerError.LIST_OF_FORMER_FORMAT, manifest.sequence())
                : BlockListDamagedException.at(e);
    }

    TemporaryFile draft() throws IOException {
        OwnerOnlyPermissions.createFolder(folder);
        return new TemporaryFile(folder.resolve("draft"));
    }

    Path csv() throws IOException {
        return csv(known().list());
    }

    InputStream rows() throws IOException {
        try {
            return Files.newInputStream(csv());
        } catch (NoSuchFileException e) {
            throw listMissing();
        }
    }

    private BlockListDamagedException listMissing() {
        return new BlockListDamagedException(PartnerError.LIST_GONE, folder);
    }

    /** The highest sequence in the names of stored files; 0 without files. */
    int highestKnown() throws IOException {
        int noted = readNote().map(applied -> applied.sequence()).orElse(0);
        return FolderWalk.listIfPresent(folder).stream()
                .map(file -> CSV.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .mapToInt(name -> Integer.parseInt(name.group(1)))
                .reduce(noted, Math::max);
    }

    /** Replaces a damaged list by the same or a later list. The extra blocked numbers remain until the next list. */
    void restore(LocalBlockList sound, Applied since) throws IOException {
        Path csv = csv(since.list());
        new TemporaryFile(sound.csv()).replace(csv);
        note.write(new Applied(since.list(), since.at(), Files.size(csv)));
    }

    void replace(TemporaryFile temporaryFile, VerifiedList next, Instant at) throws IOException {
        int sequence = next.sequence();
        if (readNote().filter(held -> held.sequence() > sequence).isPresent()) {
            throw new IllegalStateException("List " + sequence + " is older than the applied list");
        }
        Path current = csv(next);
        temporaryFile.replace(current);
        note.write(new Applied(next, at, Files.size(current)));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "blocklist-*.csv")) {
            for (Path each : all) {
                if (!each.getFileName().equals(current.getFileName())) {
                    Files.deleteIfExists(each);
                }
            }
        }
        Files.deleteIfExists(extraNumbers());
    }

    /** Blocks, until the next list, also the numbers that a delta adds that does not fit the list. */
    void addExtraNumbers(TemporaryFile others) throws IOException {
        others.replace(extraNumbers());
    }

    /** Stores the checkpoints of the access log as evidence, unless there is evidence for that list, answered or not. */
    void store(Question question, Optional<VerifiedList> before, VerifiedList after) throws IOException {
        String text = Stream.concat(before.stream(), Stream.of(after))
                .map(each -> "list " + each.sequence() + ", manifest " + each.manifestSha256() + "\n"
                        + each.manifest().accessLogCheckpoint().orElse("no head of the access log\n") + "\n")
                .collect(Collectors.joining());
        String name = question.prefix() + "%08d-%s".formatted(after.sequence(), after.manifestSha256());
        if (Stream.of("", ".answered").map(end -> folder.resolve(name + end)).noneMatch(Files::exists)) {
            OwnerOnlyPermissions.createFolder(folder);
            new OwnerOnlyFile(folder.resolve(name)).write(text);
        }
    }

    /** The questions with evidence in the folder that is not marked as answered. */
    public Set<Question> questions() throws IOException {
        List<Path> files = FolderWalk.listIfPresent(folder);
        return Stream.of(Question.values())
                .filter(each -> files.stream()
                        .anyMatch(file -> file.getFileName().toString().matches(each.prefix() + "[0-9a-f-]+")))
                .collect(Collectors.toSet());
    }

    private Path extraNumbers() {
        return folder.resolve("spared.csv");
    }

    private Applied known() throws IOException {
        return note.read().orElseThrow(() -> new IllegalStateException("No block list has been applied in " + folder));
    }

    private Path csv(VerifiedList list) {
        return folder.resolve("blocklist-%08d.csv".formatted(list.sequence()));
    }

    /** What the association must explain to this insurer. */
    public enum Question {
        LOG_FORK,
        NEW_CHAIN;

        private String prefix() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-";
        }
    }

    /**
     * The applied list.
     *
     * @param at when it was applied
     * @param length the size of its file in bytes; 0 in a record from before lines of business existed
     */
    public record Applied(VerifiedList list, Instant at, long length) {

        int sequence() {
            return list.sequence();
        }
    }

    /**
     * The file with the record of the applied list. Its first line has the SHA-256 of the sealed manifest in hex, the
     * time, and the length of the list file, separated by blanks; then follows the manifest's JSON. Records from before
     * lines of business existed have no length.
     */
    private record AppliedListFile(Path path) {

        Optional<Applied> read() throws IOException {
            byte[] bytes;
            try {
                bytes = Files.readAllBytes(path);
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            int end = 0;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String[] first = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ");
            if (end == bytes.length || first[0].length() != 64 || first.length < 2 || first.length > 3) {
                throw damaged();
            }
            try {
                VerifiedList list = new VerifiedList(
                        Manifest.read(new ByteArrayInputStream(bytes, end + 1, bytes.length - end - 1)),
                        first[0],
                        VerifiedList.LogConsistency.NOT_SEEN);
                long length = first.length == 3 ? Long.parseLong(first[2]) : 0;
                return Optional.of(new Applied(list, Instant.parse(first[1]), length));
            } catch (FormatException | DateTimeException | NumberFormatException e) {
                throw damaged();
            }
        }

        void write(Applied applied) throws IOException {
            TemporaryFile temporaryFile = TemporaryFile.of(path);
            try (OutputStream out = temporaryFile.create()) {
                String first = applied.list().manifestSha256() + " " + applied.at() + " " + applied.length() + "\n";
                out.write(first.getBytes(StandardCharsets.US_ASCII));
                out.write(applied.list().manifest().toJson());
            }
            temporaryFile.replace(path);
        }

        private BlockListDamagedException damaged() {
            return new BlockListDamagedException(PartnerError.LIST_NOTE_DAMAGED, path);
        }
    }
}
