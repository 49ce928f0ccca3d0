package jinbo.exchange.sftp.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.check.DropCheck.InsurerDrop;
import jinbo.exchange.sftp.server.TestDrop;

public class PlainProbe implements DropProbe {

    public static List<DropCheckResult> check(DropClient client, DropAddress address, DropCredentials own, Path home) {
        return check(client, address, own, new PlainProbe(), home);
    }

    public static List<DropCheckResult> check(
            DropClient client, DropAddress address, DropCredentials own, DropProbe probe, Path home) {
        return new DropCheck(client, new InsurerDrop(TestDrop.YUNHE, address, own))
                .run(probe, time -> true, home, Clock.systemUTC(), List.of());
    }

    @Override
    public void make(String name, Path file) throws IOException {
        Files.writeString(file, name);
    }

    @Override
    public Optional<String> faultOf(String name, Path file) throws IOException {
        return Files.readString(file).equals(name) ? Optional.empty() : Optional.of("other text");
    }

    @Override
    public String maker() {
        return "a test";
    }
}
