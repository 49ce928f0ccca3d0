package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/**
 * The signed description that is delivered with each block list ({@code exchange-formats/blocklist/v1/README.md}).
 *
 * @param sequence from 1; only a restore can skip numbers
 * @param businessLines the lines of business that the list covers, sorted; empty in lists from before they existed
 * @param previousManifestSha256 the hash of the previous sealed manifest; empty for the first list, and for a full list
 *     that begins a new chain because a restore has lost the previous manifest
 * @param asOf when the registry was read
 * @param useBy the last day on which insurers may rely on this list for sales calls
 * @param entries of the whole list after this file is applied
 * @param sha256 the hash of the sealed list
 * @param contentSha256 the hash of the list's CSV
 * @param listDigest of the whole list after this file is applied, see {@link ListDigest}
 * @param encryptedTo the fingerprints of the recipients' certificates
 * @param accessLogCheckpoint a checkpoint of the access log (C2SP tlog-checkpoint) that covers the log entry of this
 *     list; missing in older lists
 * @param accessLogConsistency the proof (RFC 6962, section 2.1.2) that this checkpoint continues that of the previous
 *     manifest, if there is one; hashes in base64
 */
public record Manifest(
        InsurerCode insurer,
        int sequence,
        ListKind kind,
        List<LineCode> businessLines,
        OptionalInt previousSequence,
        Optional<String> previousManifestSha256,
        long revision,
        Instant asOf,
        LocalDate useBy,
        long rows,
        long entries,
        String sha256,
        String contentSha256,
        String listDigest,
        List<String> encryptedTo,
        long accessLogIndex,
        Optional<String> accessLogCheckpoint,
        Optional<List<String>> accessLogConsistency) {

    public static final String FORMAT = "blocklist/v1";

    /** A sealed manifest with more bytes is not read. */
    public static final int MAX_SEALED_BYTES = 4 << 20;

    public Manifest {
        businessLines = List.copyOf(businessLines);
        if (!List.copyOf(new TreeSet<>(businessLines)).equals(businessLines)) {
            throw new IllegalArgumentException("Lines of business rise");
        }
        encryptedTo = List.copyOf(encryptedTo);
        accessLogConsistency = accessLogConsistency.map(List::copyOf);
        ManifestFileName.requireSequence(sequence);
        JsonText.requireSha256("sha256", sha256);
        JsonText.requireSha256("content_sha256", contentSha256);
        JsonText.requireSha256("list_digest", listDigest);
        previousManifestSha256.ifPresent(hash -> JsonText.requireSha256("previous_manifest_sha256", hash));
        boolean first = sequence == 1;
        if (first != previousSequence.isEmpty() || first && previousManifestSha256.isPresent()) {
            throw new IllegalArgumentException("Only the first list has no list before it");
        }
        if (previousSequence.isPresent() && previousSequence.getAsInt() != sequence - 1) {
            throw new IllegalArgumentException("Sequences have no gaps");
        }
        boolean begins = previousManifestSha256.isEmpty();
        if (accessLogConsistency.isPresent() && (begins || accessLogCheckpoint.isEmpty())) {
            throw new IllegalArgumentException("Only a checkpoint can continue that of a list before");
        }
        if (begins && kind == ListKind.DELTA) {
            throw new IllegalArgumentException("A list that begins a chain is a full one");
        }
        if (rows < 0 || entries < 0 || kind == ListKind.FULL && rows != entries) {
            throw new IllegalArgumentException("A full list has as many rows as entries");
        }
    }

    /** True if it begins a chain of manifests: for the first list, or after a restore. */
    public boolean beginsChain() {
        return previousManifestSha256.isEmpty();
    }

    public BlockListFileName listName() {
        return new BlockListFileName(insurer, sequence, kind);
    }

    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("insurer", insurer.value());
            json.writeNumberProperty("sequence", sequence);
            json.writeStringProperty("kind", kind.code());
            if (!businessLines.isEmpty()) {
                JsonText.writeArray(
                        json, "business_lines", businessLines.stream().map(LineCode::value));
            }
            previousSequence.ifPresent(number -> json.writeNumberProperty("previous_sequence", number));
            previousManifestSha256.ifPresent(hash -> json.writeStringProperty("previous_manifest_sha256", hash));
            json.writeNumberProperty("revision", revision);
            json.writeStringProperty("as_of", JsonText.instant(asOf));
            json.writeStringProperty("use_by", useBy.toString());
            json.writeNumberProperty("rows", rows);
            json.writeNumberProperty("entries", entries);
            json.writeStringProperty("sha256", sha256);
            json.writeStringProperty("content_sha256", contentSha256);
            json.writeStringProperty("list_digest", listDigest);
            JsonText.writeArray(json, "encrypted_to", encryptedTo.stream());
            json.writeNumberProperty("access_log_index", accessLogIndex);
            accessLogCheckpoint.ifPresent(note -> json.writeStringProperty("access_log_checkpoint", note));
            accessLogConsistency.ifPresent(
                    hashes -> JsonText.writeArray(json, "access_log_consistency", hashes.stream()));
        });
    }

    /** @throws FormatException if a field is missing, unknown, duplicate or invalid, or fields disagree */
    public static Manifest read(InputStream json) throws IOException, FormatException {
        return JsonFields.read(
                FORMAT,
                json,
                fields -> new Manifest(
                        fields.insurer("insurer"),
                        fields.sequence("sequence"),
                        fields.value("kind", ListKind::of),
                        fields.optionalTexts("business_lines").orElse(List.of()).stream()
                                .map(LineCode::new)
                                .toList(),
                        fields.has("previous_sequence")
                                ? OptionalInt.of(fields.sequence("previous_sequence"))
                                : OptionalInt.empty(),
                        fields.optionalText("previous_manifest_sha256"),
                        fields.count("revision"),
                        fields.instant("as_of"),
                        fields.date("use_by"),
                        fields.count("rows"),
                        fields.count("entries"),
                        fields.sha256("sha256"),
                        fields.sha256("content_sha256"),
                        fields.sha256("list_digest"),
                        fields.texts("encrypted_to"),
                        fields.count("access_log_index"),
                        fields.optionalText("access_log_checkpoint"),
                        fields.optionalTexts("access_log_consistency")),
                e -> "disagrees with itself: " + e.getMessage());
    }
}
