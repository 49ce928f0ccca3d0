package jinbo.consumer.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import jinbo.platform.files.InterProcessMutex;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.webhook.DeliveryOutcome;
import tools.jackson.databind.json.JsonMapper;

/** Writes messages to a file in the home directory, as lines of JSON, for demo and tests. */
final class OutboxGateway implements Gateway {

    static final long ROLLED_AT = 16L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path file;
    private final Clock clock;

    OutboxGateway(Path folder, Clock clock) {
        this.folder = folder;
        this.file = folder.resolve("messages.jsonl");
        this.clock = clock;
    }

    private record Line(String id, String at, String to, String text) {}

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public DeliveryOutcome send(String id, ShortMessage message) {
        String line = JSON.writeValueAsString(
                new Line(id, clock.instant().toString(), message.to().digits(), message.text()));
        try {
            OwnerOnlyPermissions.createFolder(folder);
            return new InterProcessMutex(folder).call(() -> append(line + "\n"));
        } catch (IOException e) {
            return new DeliveryOutcome.Unreachable("the file cannot be written: " + e.getMessage());
        }
    }

    /** Not synchronized to disk: nobody needs these messages after a power failure. */
    private DeliveryOutcome append(String line) throws IOException {
        if (Files.exists(file) && Files.size(file) >= ROLLED_AT) {
            Files.move(file, folder.resolve("messages.1.jsonl"), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnlyFile closed = new OwnerOnlyFile(file);
        if (!closed.exists()) {
            closed.writeNew("");
        }
        closed.requireClosed();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long before = out.size();
            boolean isWhole = false;
            try {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                isWhole = true;
            } finally {
                if (!isWhole) {
                    // half a line would corrupt the next one
                    out.truncate(before);
                }
            }
        }
        return new DeliveryOutcome.Taken();
    }
}
