package jinbo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jinbo.platform.error.ErrorCode;
import jinbo.platform.error.ErrorType;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;
import org.springframework.util.FileSystemUtils;

/** The home directory of a demo, the only kind of home that uses the published sample keys. */
record DemoHome(Home home) {

    private static final String SAMPLE_KEYS = "/keys-sample/";

    /** Creates the home; removes an earlier demo. Fails if the folder has other files or the earlier demo is served. */
    static DemoHome create(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (Files.exists(root) && !FolderWalk.list(root).isEmpty()) {
            if (!new Home(root).isDemo()) {
                throw new HomeException(DemoError.FOLDER_NOT_ITS_OWN, root);
            }
            if (isServed(new Home(root))) {
                throw new HomeException(DemoError.STILL_SERVED, root);
            }
            FileSystemUtils.deleteRecursively(root);
        }
        DemoHome demo = new DemoHome(new Home(root).create());
        new OwnerOnlyFile(demo.home.demoMark())
                .write("Sample keys, made-up numbers; removed when the demo runs again here.\n");
        demo.install("association.secret.asc", demo.home.keys().resolve("association.asc"));
        for (String key : List.of("access-log.key", "association.ssh", "host.ssh")) {
            demo.install(key, demo.home.keys().resolve(key));
        }
        for (SampleInsurer insurer : SampleInsurer.values()) {
            Path partner = demo.partner(insurer);
            for (String part : List.of("", "outbox", "inbox", "list")) {
                OwnerOnlyPermissions.createFolder(partner.resolve(part));
            }
            demo.install(insurer + ".secret.asc", partner.resolve("secret.asc"));
            demo.install(insurer + ".public.asc", partner.resolve("public.asc"));
            demo.install(insurer + ".ssh", partner.resolve("login.ssh"));
            demo.install(insurer + ".ssh.pub", partner.resolve("login.ssh.pub"));
            demo.install("association.public.asc", partner.resolve("association.asc"));
        }
        return demo;
    }

    /** Returns the folder with the keys and files of a sample insurer's own software. */
    Path partner(SampleInsurer insurer) {
        return home.root().resolve("partners").resolve(insurer.name());
    }

    private void install(String sampleKey, Path target) throws IOException {
        try (InputStream in = DemoHome.class.getResourceAsStream(SAMPLE_KEYS + sampleKey)) {
            new OwnerOnlyFile(target).write(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private static boolean isServed(Home home) {
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return socket.connect(UnixDomainSocketAddress.of(home.socket()));
        } catch (IOException notServed) {
            return false;
        }
    }

    enum DemoError implements ErrorCode {
        FOLDER_NOT_ITS_OWN("HOME_NOT_OPENED", 503),
        STILL_SERVED("HOME_NOT_OPENED", 503),
        NOT_SERVED("DEMO_NOT_SERVED", 409);

        private final ErrorType type;

        DemoError(String code, int httpStatus) {
            this.type = new ErrorType(code, httpStatus);
        }

        @Override
        public ErrorType type() {
            return type;
        }
    }
}
