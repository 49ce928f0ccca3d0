package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.participant.insurer.InsurerCode;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.partner.SetUpPartner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code partner init}: a folder with settings that an integrator edits, and the keys that are lacking. */
@Command(name = "init")
final class InitializePartner implements FileTask {

    @ParentCommand
    private PartnerCommands partner = new PartnerCommands();

    @Parameters(paramLabel = "CODE", descriptionKey = "CODE")
    private InsurerCode code = new InsurerCode("NONE");

    @Option(names = "--drop", paramLabel = "URL", required = true)
    private String drop = "";

    @Option(names = "--host-key", paramLabel = "FINGERPRINT")
    private List<String> hostKeys = new ArrayList<>();

    @Option(names = "--login-key", paramLabel = "FILE")
    private Optional<Path> loginKey = Optional.empty();

    @Option(names = "--secret-key", paramLabel = "FILE")
    private Optional<Path> secretKey = Optional.empty();

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(names = "--association", paramLabel = "FILE")
    private List<Path> association = new ArrayList<>();

    @Option(names = "--log-key", paramLabel = "FILE")
    private Optional<Path> logKey = Optional.empty();

    @Override
    public Object answer(FileTaskContext context) throws IOException {
        try (PassphraseSource passphrase = PartnerSession.passphrase(context, passphraseFile)) {
            SetUpPartner.SetUp done = new SetUpPartner(partner.folder(), passphrase, samples(context))
                    .setUp(
                            new SetUpPartner.Known(
                                    code, drop, hostKeys, loginKey, secretKey, passphraseFile, association, logKey),
                            context.clock(PartnerSession.demoOf(place())).instant());
            return new PartnerSetUp(code, done.settings(), done.certificate(), done.loginKey());
        }
    }

    private SampleKeys samples(FileTaskContext context) {
        return PartnerSession.samples(context, place());
    }

    private DropPlace place() {
        // a server is no demo's
        return new DropPlace.Folder(drop.startsWith("sftp:") ? Path.of("") : Path.of(drop));
    }

    record PartnerSetUp(InsurerCode insurer, Path settings, Optional<Path> certificate, Optional<Path> loginKey) {}
}
