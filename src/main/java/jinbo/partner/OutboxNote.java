package jinbo.partner;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.InboundFileName;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.files.OwnerOnlyFile;

/**
 * What is noted about a file in the outbox: its name, content and state. The note is written before the file is sealed,
 * so that a name is never used for two contents.
 */
public record OutboxNote(
        InboundFileName name,
        String contentSha256,
        Instant sealedAt,
        Optional<String> sealedSha256,
        Optional<Instant> droppedAt,
        boolean taken) {

    private static final String SUFFIX = ".note";

    static OutboxNote started(InboundFileName name, String contentSha256, Instant at) {
        return new OutboxNote(name, contentSha256, at, Optional.empty(), Optional.empty(), false);
    }

    public String file() {
        return name.fileName();
    }

    /** Omits the hash, which may reveal short content. */
    @Override
    public String toString() {
        return "OutboxNote[" + file() + "]";
    }

    static boolean isNote(Path path) {
        return path.getFileName().toString().endsWith(".pgp" + SUFFIX);
    }

    static Path pathOf(Path outbox, InboundFileName name) {
        return outbox.resolve(name.fileName() + SUFFIX);
    }

    static OutboxNote read(Path path) throws IOException {
        Properties text = new Properties();
        try {
            text.load(new StringReader(new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
            return new OutboxNote(
                    new InboundFileName(
                            FileKind.of(text.getProperty("kind", "")).orElseThrow(IllegalArgumentException::new),
                            new InsurerCode(text.getProperty("insurer", "")),
                            LocalDate.parse(text.getProperty("date", "")),
                            Integer.parseInt(text.getProperty("number", ""))),
                    text.getProperty("content_sha256", ""),
                    Instant.parse(text.getProperty("sealed_at", "")),
                    Optional.ofNullable(text.getProperty("sealed_sha256")),
                    Optional.ofNullable(text.getProperty("dropped_at")).map(Instant::parse),
                    text.getProperty("name_taken") != null);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new NoteDamagedException(path, e);
        }
    }

    static final class NoteDamagedException extends IOException {

        NoteDamagedException(Path note, Exception cause) {
            super(note + " is damaged; remove it together with the sealed file of that name", cause);
        }
    }

    OutboxNote sealed(String sha256) {
        return new OutboxNote(name, contentSha256, sealedAt, Optional.of(sha256), droppedAt, taken);
    }

    OutboxNote dropped(Instant at) {
        return new OutboxNote(name, contentSha256, sealedAt, sealedSha256, Optional.of(at), taken);
    }

    OutboxNote withNameTaken() {
        return new OutboxNote(name, contentSha256, sealedAt, sealedSha256, droppedAt, true);
    }

    void write(Path outbox) throws IOException {
        String text = "kind=" + name.kind().prefix() + "\ninsurer=" + name.insurer() + "\ndate=" + name.date()
                + "\nnumber="
                + name.number() + "\ncontent_sha256=" + contentSha256 + "\nsealed_at=" + sealedAt + "\n"
                + sealedSha256.map(hash -> "sealed_sha256=" + hash + "\n").orElse("")
                + droppedAt.map(at -> "dropped_at=" + at + "\n").orElse("")
                + (taken ? "name_taken=yes\n" : "");
        new OwnerOnlyFile(pathOf(outbox, name)).write(text);
    }
}
