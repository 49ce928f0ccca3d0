package jinbo.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.reference.business.LineCode;

/** Manifests as JSON, both ways; what does not exist is left out rather than written as null. */
public final class ManifestJson {

    private ManifestJson() {}

    public static byte[] write(Manifest manifest) {
        return JsonText.object(json -> {
            json.writeStringProperty("format", Manifest.FORMAT);
            json.writeStringProperty("insurer", manifest.insurer().value());
            json.writeNumberProperty("sequence", manifest.sequence());
            json.writeStringProperty("kind", manifest.kind().code());
            if (!manifest.businessLines().isEmpty()) {
                json.writeArrayPropertyStart("business_lines");
                manifest.businessLines().forEach(line -> json.writeString(line.value()));
                json.writeEndArray();
            }
            manifest.previousSequence().ifPresent(number -> json.writeNumberProperty("previous_sequence", number));
            manifest.previousManifestSha256()
                    .ifPresent(hash -> json.writeStringProperty("previous_manifest_sha256", hash));
            json.writeNumberProperty("revision", manifest.revision());
            json.writeStringProperty("as_of", JsonText.instant(manifest.asOf()));
            json.writeStringProperty("use_by", manifest.useBy().toString());
            json.writeNumberProperty("rows", manifest.rows());
            json.writeNumberProperty("entries", manifest.entries());
            json.writeStringProperty("sha256", manifest.sha256());
            json.writeStringProperty("content_sha256", manifest.contentSha256());
            json.writeStringProperty("list_digest", manifest.listDigest());
            json.writeArrayPropertyStart("encrypted_to");
            manifest.encryptedTo().forEach(json::writeString);
            json.writeEndArray();
            json.writeNumberProperty("access_log_index", manifest.accessLogIndex());
            manifest.accessLogCheckpoint().ifPresent(note -> json.writeStringProperty("access_log_checkpoint", note));
            manifest.accessLogConsistency().ifPresent(hashes -> {
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
        JsonFields fields = JsonFields.read(Manifest.FORMAT, json);
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
            throw new FormatException(
                    Manifest.FORMAT, "the file", "disagrees with itself: " + disagreement.getMessage());
        }
    }
}
