package jinbo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListReader;
import jinbo.exchange.format.BlockListSearch;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.Manifest;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.files.TemporaryFile;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/**
 * The block list that an insurer holds, as a file for its owner's eyes only that the dialler asks. It is searched on disk:
 * millions of numbers cost no memory. Threads and programs may ask while another applies the next list.
 */
public final class LocalBlockList {

    private static final Pattern CSV = Pattern.compile("blocklist-([0-9]{8})\\.csv");

    private final Path folder;
    private final AppliedListFile note;

    /** @param folder for this list alone; made when the first list is applied */
    public LocalBlockList(Path folder) {
        this.folder = folder;
        this.note = new AppliedListFile(folder.resolve("applied"));
    }

    /** Which list is applied; its {@code use_by} is the last day on which a call may rest on it. */
    public Optional<VerifiedList> applied() throws IOException {
        return note.read().map(Applied::list);
    }

    /** Which list is applied since when; otherwise as {@link #applied()}. */
    public Optional<Applied> appliedList() throws IOException {
        return note.read();
    }

    /** Which list is applied since when, as far as the note of it can be read: empty where it is damaged, too. */
    public Optional<Applied> readNote() throws IOException {
        try {
            return note.read();
        } catch (BlockListDamagedException e) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with the list that is held: no sales call may rest on it then. Reads the whole list.
     *
     * @return empty if it is what was applied, or nothing was
     * @throws IOException if it cannot be read for a reason that may pass
     */
    public Optional<String> damage() throws IOException {
        try {
            Optional<Applied> applied = note.read();
            if (applied.isEmpty()) {
                return highestKnown() == 0
                        ? Optional.empty()
                        : Optional.of("The note of the applied list in " + folder + " is missing");
            }
            return holds(applied.get())
                    ? Optional.empty()
                    : Optional.of("The list in " + folder + " is not the one that was applied, list "
                            + applied.get().list().manifest().sequence());
        } catch (BlockListDamagedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean holds(Applied applied) throws IOException {
        Manifest manifest = applied.list().manifest();
        BlockListSummary content = content();
        return content.rows() == manifest.entries()
                && content.listDigest().equals(manifest.listDigest())
                && Files.size(csv()) == applied.length();
    }

    /**
     * @return the block, which may begin on a later day; empty if the number is not on the list in this line
     * @throws IOException if the list cannot be read, or is not the one that was applied
     * @throws IllegalStateException if no list has been applied: nobody may be called then
     */
    public Optional<BlockListEntry> find(Mobile mobile, LineCode line) throws IOException {
        try (BlockListLookup opened = open()) {
            return opened.find(mobile, line);
        }
    }

    /**
     * Opens the list for many look-ups, which all see the same list, whatever is applied meanwhile.
     *
     * @throws IOException if the list cannot be read, or is not the one that was applied
     * @throws IllegalStateException if no list has been applied: nobody may be called then
     */
    public BlockListLookup open() throws IOException {
        Applied applied = known();
        while (true) {
            try {
                BlockListSearch rows = search(applied);
                try {
                    return new BlockListLookup(applied.list().manifest(), rows, searchSpared());
                } catch (IOException e) {
                    rows.close();
                    throw e;
                }
            } catch (NoSuchFileException e) {
                // another program has applied the next list and removed this one
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

    private Optional<BlockListSearch> searchSpared() throws IOException {
        try {
            return Optional.of(BlockListSearch.open(spared()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (FormatException e) {
            throw BlockListDamagedException.at(e);
        }
    }

    /**
     * Reads the whole list, to see what it holds in truth: what an acknowledgement says.
     *
     * @throws BlockListDamagedException if it is no list any more
     * @throws IllegalStateException if no list has been applied
     */
    public BlockListSummary content() throws IOException {
        Applied applied = known();
        try (InputStream csv = Files.newInputStream(csv(applied.list()))) {
            return BlockListReader.read(csv, entry -> {});
        } catch (FormatException e) {
            throw damaged(applied, e);
        } catch (NoSuchFileException e) {
            throw gone();
        }
    }

    private static BlockListDamagedException damaged(Applied applied, FormatException e) {
        Manifest manifest = applied.list().manifest();
        return manifest.businessLines().isEmpty()
                ? new BlockListDamagedException(PartnerError.LIST_OF_FORMER_FORMAT, manifest.sequence())
                : BlockListDamagedException.at(e);
    }

    /** Where the next list may be written before it is verified. */
    TemporaryFile draft() throws IOException {
        OwnerOnlyPermissions.createFolder(folder);
        return new TemporaryFile(folder.resolve("draft"));
    }

    /** Where the rows of the list that is held lie. */
    Path csv() throws IOException {
        return csv(known().list());
    }

    /** The rows of the list that is held, for a delta to be merged with. */
    InputStream rows() throws IOException {
        try {
            return Files.newInputStream(csv());
        } catch (NoSuchFileException e) {
            throw gone();
        }
    }

    private BlockListDamagedException gone() {
        return new BlockListDamagedException(PartnerError.LIST_GONE, folder);
    }

    /** The highest sequence that was ever held here, as far as the files show it; 0 where they show none. */
    int highestKnown() throws IOException {
        int noted =
                readNote().map(applied -> applied.list().manifest().sequence()).orElse(0);
        if (!Files.isDirectory(folder)) {
            return noted;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> CSV.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .reduce(noted, Math::max);
        }
    }

    /**
     * Takes the place of a list that is damaged. The numbers that are spared besides stay so: the list that they wait for has
     * not come.
     *
     * @param sound the same list, or a later one, in a folder of its own
     */
    void restore(LocalBlockList sound, Applied since) throws IOException {
        Path csv = csv(since.list());
        new TemporaryFile(sound.csv()).replace(csv);
        note.write(new Applied(since.list(), since.at(), Files.size(csv)));
    }

    /** Holds the next list from now on; whatever happens meanwhile, it is either this or the former, whole. */
    void take(TemporaryFile temporaryFile, VerifiedList next, Instant at) throws IOException {
        int sequence = next.manifest().sequence();
        if (readNote()
                .filter(held -> held.list().manifest().sequence() > sequence)
                .isPresent()) {
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
        Files.deleteIfExists(spared());
    }

    /**
     * Besides the list, spares the numbers of another one until the next is taken: those that a delta adds which does not fit
     * ({@code exchange-formats/blocklist/v1/README.md}).
     */
    void addExtraNumbers(TemporaryFile others) throws IOException {
        others.replace(spared());
    }

    /** Keeps the heads of a log that was rewritten between two manifests, the older first. */
    void storeFork(Manifest before, Manifest after) throws IOException {
        Path evidence = folder.resolve("log-fork-%08d".formatted(after.sequence()));
        TemporaryFile temporaryFile = TemporaryFile.of(evidence);
        try (OutputStream out = temporaryFile.create()) {
            for (Manifest each : List.of(before, after)) {
                String head = each.accessLogCheckpoint().orElse("no head of the access log\n");
                out.write(("list " + each.sequence() + "\n" + head + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        temporaryFile.replace(evidence);
    }

    private Path spared() {
        return folder.resolve("spared.csv");
    }

    private Applied known() throws IOException {
        return note.read().orElseThrow(() -> new IllegalStateException("No block list has been applied in " + folder));
    }

    private Path csv(VerifiedList list) {
        return folder.resolve("blocklist-%08d.csv".formatted(list.manifest().sequence()));
    }

    /**
     * @param length how many bytes its rows and their header have; 0 in a note of before there were lines of business
     */
    public record Applied(VerifiedList list, Instant at, long length) {}
}
