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
 * What a block list is ({@code exchange-formats/blocklist/v1/README.md}).
 *
 * @param sequence its number, without gaps from 1
 * @param businessLines the lines of business that the list tells of, in order; empty in lists of before there were lines
 * @param previousSequence that of the list before it; empty for the first
 * @param previousManifestSha256 of the sealed bytes of the manifest before it; empty for the first, and for a full list that
 *     begins the chain anew because the association has lost that manifest in a restore
 * @param asOf when the registry was looked at
 * @param useBy last day on which a sales call may rest on this list
 * @param entries rows of the whole list after this file is applied
 * @param sha256 of the list's sealed bytes
 * @param contentSha256 of its CSV bytes
 * @param listDigest of the whole list after this file, see {@link ListDigest}
 * @param encryptedTo fingerprints of the recipients' certificates, hex
 * @param accessLogCheckpoint a signed head of the access log (C2SP tlog-checkpoint) that covers the entry; older lists have none
 * @param accessLogConsistency proof that it continues the previous manifest's (RFC 6962, 2.1.2), hashes in base64; empty
 *     where that has none
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

    /** @throws IllegalArgumentException if the numbers or hashes cannot belong to one list */
    public Manifest {
        businessLines = List.copyOf(businessLines);
        if (!List.copyOf(new TreeSet<>(businessLines)).equals(businessLines)) {
            throw new IllegalArgumentException("Lines of business rise");
        }
        encryptedTo = List.copyOf(encryptedTo);
        accessLogConsistency = accessLogConsistency.map(List::copyOf);
        ManifestFileName.requireSequence(sequence);
        Hex.requireSha256("sha256", sha256);
        Hex.requireSha256("content_sha256", contentSha256);
        Hex.requireSha256("list_digest", listDigest);
        previousManifestSha256.ifPresent(hash -> Hex.requireSha256("previous_manifest_sha256", hash));
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

    /** Whether the chain of manifests begins with this one: for the first list, and after a restore that lost the one before. */
    public boolean beginsChain() {
        return previousManifestSha256.isEmpty();
    }

    public BlockListFileName listName() {
        return new BlockListFileName(insurer, sequence, kind);
    }

    /** As JSON; a field that has no value is left out rather than written as null. */
    public byte[] toJson() {
        return JsonText.object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("insurer", insurer.value());
            json.writeNumberProperty("sequence", sequence);
            json.writeStringProperty("kind", kind.code());
            if (!businessLines.isEmpty()) {
                json.writeArrayPropertyStart("business_lines");
                businessLines.forEach(line -> json.writeString(line.value()));
                json.writeEndArray();
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
            json.writeArrayPropertyStart("encrypted_to");
            encryptedTo.forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("access_log_index", accessLogIndex);
            accessLogCheckpoint.ifPresent(note -> json.writeStringProperty("access_log_checkpoint", note));
            accessLogConsistency.ifPresent(hashes -> {
                json.writeArrayPropertyStart("access_log_consistency");
                hashes.forEach(json::writeString);
                json.writeEndArray();
            });
        });
    }

    /**
     * Reads a manifest and checks that it agrees with itself.
     *
     * @throws FormatException if a field is missing, unknown, doubled or of the wrong type, or fields disagree
     */
    public static Manifest read(InputStream json) throws IOException, FormatException {
        JsonFields fields = JsonFields.read(FORMAT, json);
        try {
            Manifest manifest = new Manifest(
                    fields.insurer("insurer"),
                    fields.sequence("sequence"),
                    fields.value("kind", ListKind::of),
                    fields.has("business_lines")
                            ? fields.texts("business_lines").stream()
                                    .map(LineCode::new)
                                    .toList()
                            : List.of(),
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
                    fields.has("access_log_consistency")
                            ? Optional.of(fields.texts("access_log_consistency"))
                            : Optional.empty());
            fields.requireNoOtherFields();
            return manifest;
        } catch (IllegalArgumentException disagreement) {
            throw new FormatException(FORMAT, "the file", "disagrees with itself: " + disagreement.getMessage());
        }
    }
}
