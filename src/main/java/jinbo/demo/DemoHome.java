package jinbo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.platform.files.OwnerOnlyPermissions;
import jinbo.platform.home.Home;
import jinbo.platform.home.HomeException;

/** A home that holds nothing but a demo, and the only kind that uses the sample keys. */
record DemoHome(Home home) {

    private static final String SAMPLE_KEYS = "/keys-sample/";

    /**
     * Makes it anew; what an earlier demo left there is removed.
     *
     * @throws HomeException if the folder holds anything else
     */
    static DemoHome fresh(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        if (Files.exists(root) && !isEmpty(root)) {
            if (!new Home(root).isDemo()) {
                throw new HomeException(DemoError.FOLDER_NOT_ITS_OWN, root);
            }
            if (isServed(new Home(root))) {
                throw new HomeException(DemoError.STILL_SERVED, root);
            }
            remove(root);
        }
        DemoHome demo = new DemoHome(new Home(root).create());
        new OwnerOnlyFile(demo.home.demoMark())
                .write("Sample keys, made-up numbers; removed when the demo runs again here.\n");
        demo.install("association.secret.asc", demo.home.keys().resolve("association.asc"));
        demo.install("access-log.key", demo.home.keys().resolve("access-log.key"));
        demo.install("association.ssh", demo.home.keys().resolve("association.ssh"));
        demo.install("host.ssh", demo.home.keys().resolve("host.ssh"));
        for (SampleInsurer insurer : SampleInsurer.values()) {
            Path partner = demo.partner(insurer);
            for (Path part :
                    List.of(partner, partner.resolve("outbox"), partner.resolve("inbox"), partner.resolve("list"))) {
                OwnerOnlyPermissions.createFolder(part);
            }
            demo.install(insurer + ".secret.asc", partner.resolve("secret.asc"));
            demo.install(insurer + ".public.asc", partner.resolve("public.asc"));
            demo.install(insurer + ".ssh", partner.resolve("login.ssh"));
            demo.install(insurer + ".ssh.pub", partner.resolve("login.ssh.pub"));
            demo.install("association.public.asc", partner.resolve("association.asc"));
        }
        return demo;
    }

    /** The folder of an insurer's own side. */
    Path partner(SampleInsurer insurer) {
        return home.root().resolve("partners").resolve(insurer.name());
    }

    private void install(String sampleKey, Path target) throws IOException {
        try (InputStream in = DemoHome.class.getResourceAsStream(SAMPLE_KEYS + sampleKey)) {
            new OwnerOnlyFile(target).write(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private static boolean isServed(Home home) {
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return socket.connect(UnixDomainSocketAddress.of(home.socket()));
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
