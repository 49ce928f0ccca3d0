package jinbo.operator.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jinbo.batch.DropUniquenessCheck;
import jinbo.batch.Drops;
import jinbo.exchange.keys.KeysError;
import jinbo.exchange.keys.SampleKeys;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.HostKeyPins;
import jinbo.participant.insurer.DropLocation;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.staff.Duty;
import jinbo.platform.ssh.SshPublicKey;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code insurer add}: an insurer takes part from now on, with a drop here or on its own server. */
@Command(name = "add")
final class AddInsurer implements RequiresSecondPerson {

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name = "";

    @Option(names = "--line", paramLabel = "LINE", required = true, descriptionKey = "lines")
    private Set<LineCode> lines = new TreeSet<>();

    @Option(names = "--service-number", paramLabel = "DIGITS")
    private Optional<ServiceNumber> serviceNumber = Optional.empty();

    @Option(names = "--sftp", paramLabel = "URL")
    private Optional<URI> sftp = Optional.empty();

    @Option(names = "--host-key", paramLabel = "SHA256:...")
    private List<String> hostKeys = new ArrayList<>();

    @Option(names = "--ssh-key", paramLabel = "PUBLICKEYFILE")
    private List<Path> sshKeys = new ArrayList<>();

    @Mixin
    private ReasonOption why = new ReasonOption();

    @Override
    public void check() {
        if (name.isBlank()) {
            throw new UsageException("wrong.name");
        }
        if (sftp.isPresent() == hostKeys.isEmpty()) {
            throw new UsageException(sftp.isPresent() ? "wrong.no-host-key" : "wrong.host-key-alone");
        }
        if (sftp.isPresent() && !sshKeys.isEmpty()) {
            throw new UsageException("wrong.ssh-key-remote");
        }
        try {
            sftp.ifPresent(url -> DropAddress.parse(url, new HostKeyPins(Set.copyOf(hostKeys))));
        } catch (IllegalArgumentException e) {
            throw new UsageException("wrong.sftp", e.getMessage());
        }
    }

    @Override
    public Duty duty() {
        return Duty.ADMIT_INSURERS;
    }

    @Override
    public Optional<InsurerCode> about() {
        return Optional.of(code);
    }

    @Override
    public Outline outline(Installation installation) throws Exception {
        DropLocation drop = drop();
        new DryRun(installation).of(() -> add(drop, installation));
        return drop instanceof DropLocation.Embedded embedded
                ? Outline.of("insurer-add", code, name.strip(), shownLines(), fingerprints(embedded), shownNumber())
                : Outline.of(
                        "insurer-add-remote",
                        code,
                        name.strip(),
                        shownLines(),
                        sftp.orElseThrow(),
                        hostKeys,
                        shownNumber());
    }

    @Override
    public Answer answer(Installation installation) throws IOException {
        DropLocation drop = drop();
        Insurer added = add(drop, installation);
        if (drop instanceof DropLocation.Embedded) {
            installation.get(Drops.class).prepareEmbedded(added);
        }
        return InsurerSheet.of(added, installation);
    }

    private Insurer add(DropLocation drop, Installation installation) {
        installation
                .get(SampleKeys.class)
                .refuse(
                        drop instanceof DropLocation.Embedded embedded ? fingerprints(embedded) : hostKeys,
                        KeysError.ASK_FOR_KEY,
                        code);
        if (drop instanceof DropLocation.Remote remote) {
            installation.get(DropUniquenessCheck.class).require(code, remote);
        }
        Insurers insurers = installation.get(Insurers.class);
        Insurer added = insurers.add(code, name.strip(), lines, drop, installation.now());
        return serviceNumber.map(number -> insurers.describe(code, number)).orElse(added);
    }

    private String shownLines() {
        return Page.list(new TreeSet<>(lines));
    }

    private String shownNumber() {
        return serviceNumber.map(ServiceNumber::grouped).orElse(Page.NOTHING);
    }

    private DropLocation drop() throws IOException {
        return sftp.isPresent()
                ? new DropLocation.Remote(sftp.get(), Set.copyOf(hostKeys))
                : new DropLocation.Embedded(PublicKeyFiles.read(sshKeys));
    }

    private static List<String> fingerprints(DropLocation.Embedded drop) {
        return drop.authorizedKeys().stream()
                .map(line -> SshPublicKey.parse(line).fingerprint())
                .sorted()
                .toList();
    }
}
