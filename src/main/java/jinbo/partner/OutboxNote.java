package jinbo.partner;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import jinbo.disk.OwnerOnlyFile;
import jinbo.exchange.FileKind;
import jinbo.exchange.InboundName;
import jinbo.insurer.InsurerCode;

/**
 * What is known of a file in the outbox. It is written before the file is sealed, so that a name is never used for two
 * contents, whenever the program dies.
 *
 * @param name the sealed file's name
 * @param contentSha256 of the clear content: by it a repeated command finds what it has sealed. It gives a short content away, so
 *     the note is for its owner's eyes only
 * @param sealedAt when sealing it was begun
 * @param droppedAt when it was dropped, as far as that is known
 */
public record OutboxNote(InboundName name, String contentSha256, Instant sealedAt, Optional<Instant> droppedAt) {

    private static final String ENDING = ".note";

    /** The sealed file's whole name. */
    public String file() {
        return name.fileName();
    }

    /** Leaves the hash out: that of a short content gives it away. */
    @Override
    public String toString() {
        return "OutboxNote[" + file() + "]";
    }

    static boolean isNote(Path path) {
        return path.getFileName().toString().endsWith(".pgp" + ENDING);
    }

    static Path pathOf(Path outbox, InboundName name) {
        return outbox.resolve(name.fileName() + ENDING);
    }

    static OutboxNote read(Path path) throws IOException {
        Properties text = new Properties();
        text.load(new StringReader(Files.readString(path)));
        try {
            return new OutboxNote(
                    new InboundName(
                            FileKind.of(text.getProperty("kind", "")).orElseThrow(IllegalArgumentException::new),
                            new InsurerCode(text.getProperty("insurer", "")),
                            LocalDate.parse(text.getProperty("date", "")),
                            Integer.parseInt(text.getProperty("number", ""))),
                    text.getProperty("content_sha256", ""),
                    Instant.parse(text.getProperty("sealed_at", "")),
                    Optional.ofNullable(text.getProperty("dropped_at")).map(Instant::parse));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(path + " is damaged; remove it together with the sealed file of that name", e);
        }
    }

    OutboxNote dropped(Instant at) {
        return new OutboxNote(name, contentSha256, sealedAt, Optional.of(at));
    }

    void write(Path outbox) throws IOException {
        String text =
                "kind=" + name.kind().word() + "\ninsurer=" + name.insurer() + "\ndate=" + name.date() + "\nnumber="
                        + name.number() + "\ncontent_sha256=" + contentSha256 + "\nsealed_at=" + sealedAt + "\n"
                        + droppedAt.map(at -> "dropped_at=" + at + "\n").orElse("");
        new OwnerOnlyFile(pathOf(outbox, name)).write(text);
    }
}
