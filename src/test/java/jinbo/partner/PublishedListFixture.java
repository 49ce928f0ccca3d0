package jinbo.partner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jinbo.accesslog.tlog.Checkpoint;
import jinbo.accesslog.tlog.NoteSigner;
import jinbo.accesslog.tlog.TreeHash;
import jinbo.exchange.format.BlockListChange;
import jinbo.exchange.format.BlockListDeltaWriter;
import jinbo.exchange.format.BlockListDeltaWriter.BlockListDeltaSummary;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListWriter;
import jinbo.exchange.format.BlockListWriter.BlockListSummary;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.openpgp.Compression;
import jinbo.exchange.openpgp.CryptoPolicy;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.SealRequest;
import jinbo.exchange.openpgp.Sealer;
import jinbo.exchange.openpgp.Sealer.SealResult;
import jinbo.exchange.openpgp.SecretKeys;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.VerificationResult.Genuine;
import jinbo.platform.files.Sha256;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;

/** A published list; each field can falsify one fact. */
final class PublishedListFixture {

    static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate USE_BY = LocalDate.parse("2026-03-16");
    static final LocalDate FROM = LocalDate.parse("2026-03-10");
    static final LineCode LIFE = new LineCode("LIFE");
    static final LineCode MOTOR = new LineCode("MOTOR");
    static final String HEADER = "mobile,business_line,effective_on,expires_on\r\n";

    SecretKeys signer = PartnerTestKeys.ASSOCIATION;
    Partner recipient = PartnerTestKeys.YUNHE;
    InsurerCode insurer = PartnerTestKeys.YUNHE.code();
    int sequence = 1;
    Optional<String> previousManifest = Optional.empty();
    LocalDate useBy = USE_BY;
    long rowsTooMany = 0;
    Optional<String> listDigest = Optional.empty();
    Optional<String> contentSha256 = Optional.empty();
    Optional<List<String>> encryptedTo = Optional.empty();
    Optional<byte[]> csv = Optional.empty();
    ListKind kind = ListKind.FULL;
    List<LineCode> lines = List.of(LIFE);
    int sequenceInName = 0;
    Optional<List<BlockListChange>> changes = Optional.empty();
    long entriesTooMany = 0;
    Optional<String> checkpoint = Optional.empty();
    List<BlockListEntry> entries = List.of(entry(13_810_001_234L), entry(13_910_005_678L), entry(18_600_000_000L));

    /** A signed head of a log; each text stands for another root. */
    static String head(NoteSigner log, long size, String root) {
        TreeHash hash = TreeHash.ofLeaf(root.getBytes(StandardCharsets.UTF_8));
        return new Checkpoint(log.verifierKey().name(), size, hash).sign(log).toString();
    }

    static BlockListEntry entry(long mobile) {
        return entry(mobile, LIFE);
    }

    static BlockListEntry entry(long mobile, LineCode line) {
        return new BlockListEntry(new Mobile(mobile), line, FROM, FROM.plusYears(2));
    }

    /** A full list of three numbers from before the lines of business. */
    static PublishedListFixture ofFormerFormat() {
        PublishedListFixture former = new PublishedListFixture();
        former.lines = List.of();
        former.csv = Optional.of(formerCsv().getBytes(StandardCharsets.US_ASCII));
        return former;
    }

    static String formerCsv() {
        return "mobile,effective_on,expires_on\r\n13810001234,2026-03-10,2028-03-10\r\n"
                + "13910005678,2026-03-10,2028-03-10\r\n18600000000,2026-03-10,2028-03-10\r\n";
    }

    /** Also holds the list in the old format. Returns the manifest. */
    static Path holdFormerFormat(Path inbox, Path held) throws IOException {
        Path manifest = ofFormerFormat().into(inbox);
        VerifiedList former = ((Genuine<VerifiedList>)
                        new OpenManifest(PartnerTestKeys.YUNHE).open(manifest, Optional.empty(), NOW))
                .value();
        Files.createDirectories(held);
        Files.writeString(held.resolve("blocklist-00000001.csv"), formerCsv());
        Files.writeString(
                held.resolve("applied"),
                former.manifestSha256() + " " + NOW + "\n"
                        + new String(former.manifest().toJson(), StandardCharsets.UTF_8));
        return manifest;
    }

    /** The list after the one of a manifest. */
    static PublishedListFixture after(Path manifest, int sequence) {
        PublishedListFixture next = new PublishedListFixture();
        next.sequence = sequence;
        next.previousManifest = Optional.of(sha256(manifest));
        return next;
    }

    /** The full list with which the association begins a new chain. */
    static PublishedListFixture newChain(int sequence) {
        PublishedListFixture anew = new PublishedListFixture();
        anew.sequence = sequence;
        return anew;
    }

    /** The list after the one of a manifest, sealed by somebody who is not the association. */
    static PublishedListFixture forgedAfter(Path manifest, int sequence) {
        PublishedListFixture forged = after(manifest, sequence);
        forged.signer = PartnerTestKeys.secret("CHANGQING");
        return forged;
    }

    static Optional<BlockListEntry> find(LocalBlockList held, Mobile mobile, LineCode line) throws IOException {
        try (BlockListLookup opened = held.open()) {
            return opened.find(mobile, line);
        }
    }

    /** Names the head of an access log with 100 entries and the given history. */
    PublishedListFixture withCheckpoint(NoteSigner log, String history) {
        checkpoint = Optional.of(head(log, 100, history));
        return this;
    }

    /** The evidence for a question to the association that is not marked as answered. */
    static Path evidence(Path held, String question) throws IOException {
        try (Stream<Path> files = Files.list(held)) {
            return files.filter(file -> file.getFileName().toString().startsWith(question))
                    .filter(file -> !file.toString().endsWith(".answered"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static void answer(Path held, String question) throws IOException {
        Path evidence = evidence(held, question);
        Files.move(evidence, evidence.resolveSibling(evidence.getFileName() + ".answered"));
    }

    /** The delta after the list of a manifest. */
    static PublishedListFixture deltaAfter(
            Path manifest, int sequence, List<BlockListEntry> before, List<BlockListEntry> after) {
        PublishedListFixture next = after(manifest, sequence);
        next.kind = ListKind.DELTA;
        next.entries = after;
        next.changes = Optional.of(changes(before, after));
        return next;
    }

    /** The changes between two lists in order. */
    static List<BlockListChange> changes(List<BlockListEntry> before, List<BlockListEntry> after) {
        TreeSet<BlockListEntry> was = new TreeSet<>(BlockListEntry.ORDER);
        was.addAll(before);
        TreeMap<BlockListEntry, BlockListChange> changes = new TreeMap<>(BlockListEntry.ORDER);
        for (BlockListEntry entry : after) {
            Optional<BlockListEntry> earlier = Optional.ofNullable(was.floor(entry))
                    .filter(other -> BlockListEntry.ORDER.compare(other, entry) == 0);
            if (earlier.isEmpty()) {
                changes.put(entry, new BlockListChange.Add(entry));
            } else if (!earlier.get().equals(entry)) {
                changes.put(entry, new BlockListChange.Change(entry));
            }
            was.remove(entry);
        }
        was.forEach(gone -> changes.put(gone, new BlockListChange.Remove(gone.mobile(), gone.line())));
        return List.copyOf(changes.values());
    }

    /** Seals list and manifest; returns the manifest. */
    Path into(Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BlockListSummary whole = write(bytes);
        BlockListSummary content = whole;
        if (changes.isPresent()) {
            bytes.reset();
            BlockListDeltaSummary delta = write(changes.get(), bytes);
            content = new BlockListSummary(delta.rows(), delta.contentSha256(), whole.listDigest());
        }
        Manifest draft = manifest(content, "0".repeat(64), List.of());
        SealResult sealResult = seal(folder, draft.listName().fileName(), csv.orElse(bytes.toByteArray()));
        List<String> to = encryptedTo.orElseGet(
                () -> sealResult.encryptedTo().stream().map(Fingerprint::value).toList());
        String name = new ManifestFileName(insurer, sequenceInName == 0 ? sequence : sequenceInName).fileName();
        seal(folder, name, manifest(content, sealResult.sha256(), to).toJson());
        return folder.resolve(name);
    }

    SealResult seal(Path folder, String name, byte[] content) {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Set<jinbo.exchange.openpgp.Certificate> to =
                    Set.of(recipient.keys().own().get(0).certificate());
            return new Sealer(signer, CryptoPolicy.standard(), Compression.standard())
                    .seal(clear -> clear.write(content), new SealRequest(name, to, NOW), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path list(Path folder) {
        return folder.resolve(new jinbo.exchange.format.BlockListFileName(insurer, sequence, kind).fileName());
    }

    static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Sha256.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BlockListSummary write(OutputStream out) {
        try (BlockListWriter writer = new BlockListWriter(out)) {
            for (BlockListEntry entry : entries) {
                writer.write(entry);
            }
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BlockListDeltaSummary write(List<BlockListChange> changes, OutputStream out) {
        try (BlockListDeltaWriter writer = new BlockListDeltaWriter(out)) {
            for (BlockListChange change : changes) {
                writer.write(change);
            }
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(BlockListSummary content, String sha256, List<String> to) {
        long rows = content.rows() + rowsTooMany;
        return new Manifest(
                insurer,
                sequence,
                kind,
                lines,
                sequence == 1 ? OptionalInt.empty() : OptionalInt.of(sequence - 1),
                previousManifest,
                7,
                NOW,
                useBy,
                rows,
                kind == ListKind.FULL ? rows : entries.size() + entriesTooMany,
                sha256,
                contentSha256.orElse(content.contentSha256()),
                listDigest.orElse(content.listDigest()),
                to,
                41,
                checkpoint,
                Optional.empty());
    }
}
