package jinbo.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.drop.DropAddress;
import jinbo.drop.HostKeyPins;
import jinbo.drop.SshPublicKey;
import jinbo.insurer.DropLocation;
import jinbo.insurer.Insurer;
import jinbo.insurer.InsurerCode;
import jinbo.insurer.Insurers;
import jinbo.insurer.Sector;
import jinbo.job.Drops;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer add}: an insurer takes part from now on, with a drop here or on its own server. */
@Command(name = "add")
final class AddInsurer implements Task {

    private static final long LARGEST_KEY_FILE = 1 << 16;

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE", converter = InsurerCodes.class)
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--sector", paramLabel = "LIFE|PROPERTY", required = true)
    private Sector sector = Sector.LIFE;

    @Option(names = "--sftp", paramLabel = "URL")
    private Optional<URI> sftp = Optional.empty();

    @Option(names = "--host-key", paramLabel = "SHA256:...")
    private List<String> hostKeys = new ArrayList<>();

    @Option(names = "--ssh-key", paramLabel = "PUBLICKEYFILE")
    private List<Path> sshKeys = new ArrayList<>();

    @Override
    public void check() {
        if (name.isBlank()) {
            throw new WrongUse("wrong.name");
        }
        if (sftp.isPresent() == hostKeys.isEmpty()) {
            throw new WrongUse(sftp.isPresent() ? "wrong.no-host-key" : "wrong.host-key-alone");
        }
        if (sftp.isPresent() && !sshKeys.isEmpty()) {
            throw new WrongUse("wrong.ssh-key-remote");
        }
        try {
            sftp.ifPresent(url -> DropAddress.parse(url, new HostKeyPins(Set.copyOf(hostKeys))));
        } catch (IllegalArgumentException e) {
            throw new WrongUse("wrong.sftp", e.getMessage());
        }
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        DropLocation drop = sftp.isPresent()
                ? new DropLocation.Remote(sftp.get(), Set.copyOf(hostKeys))
                : new DropLocation.Embedded(authorizedKeys());
        Insurer added = installation.get(Insurers.class).add(code, name.strip(), sector, drop, installation.now());
        if (drop instanceof DropLocation.Embedded) {
            installation.get(Drops.class).prepareEmbedded(added);
        }
        return InsurerSheet.of(added, installation);
    }

    private Set<String> authorizedKeys() throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        for (Path file : sshKeys) {
            if (Files.size(file) > LARGEST_KEY_FILE) {
                throw new UnusableSshKeyException(file, "too large for public SSH keys");
            }
            int before = lines.size();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(checked(file, line.strip()));
                }
            }
            if (lines.size() == before) {
                throw new UnusableSshKeyException(file, "holds no further public SSH key");
            }
        }
        return lines;
    }

    private static String checked(Path file, String line) {
        try {
            SshPublicKey.parse(line);
            return line;
        } catch (IllegalArgumentException e) {
            throw new UnusableSshKeyException(file, e.getMessage());
        }
    }
}
