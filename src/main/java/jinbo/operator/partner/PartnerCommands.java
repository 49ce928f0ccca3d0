package jinbo.operator.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.format.FileKind;
import jinbo.exchange.format.Resync;
import jinbo.exchange.keys.PassphraseSource;
import jinbo.exchange.keys.SampleKeys;
import jinbo.operator.FileTask;
import jinbo.operator.FileTaskContext;
import jinbo.operator.partner.ApplyInboxLists.ApplyLists;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.OperationError;
import jinbo.partner.DropConnection;
import jinbo.partner.PartnerFolder;
import jinbo.partner.PartnerSettings.DropPlace;
import jinbo.partner.SetUpPartner;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/** {@code partner ...}: the commands for insurers, which use only the insurer's folder, keys and drop. */
@Command(
        name = "partner",
        subcommands = {
            PartnerCommands.InitializePartner.class,
            SyncLists.class,
            SendTable.Complaints.class,
            SendTable.Withdrawals.class,
            ReadCases.class,
            SendTable.CaseAnswers.class,
            PartnerCommands.FetchDeliveries.class,
            ShowDelivery.class,
            ApplyLists.class,
            PartnerCommands.AcknowledgeList.class,
            PartnerCommands.RequestFullList.class,
            CheckCallTable.class,
            PartnerCertificateCommands.class,
            ShowPartnerStatus.class
        })
public final class PartnerCommands implements PartnerTask.Group {

    @Option(
            names = "--partner",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_PARTNER:-./jinbo-partner}",
            descriptionKey = "partner",
            scope = ScopeType.INHERIT)
    private Path folder = Path.of("jinbo-partner");

    @Override
    public PartnerFolder folder() {
        return new PartnerFolder(folder);
    }

    @Command(name = "fetch")
    static final class FetchDeliveries extends PartnerTask {

        @Override
        Object answer(PartnerSession session) throws IOException {
            try (DropConnection drop = session.connect()) {
                return FetchResult.fetch(session, drop);
            }
        }
    }

    @Command(name = "ack")
    static final class AcknowledgeList extends PartnerTask {

        @Mixin
        private UnitOptions units = new UnitOptions();

        @Override
        Object answer(PartnerSession session) throws IOException {
            return session.send(FileKind.ACK, session.ack(units.units()));
        }
    }

    @Command(name = "resync")
    static final class RequestFullList extends PartnerTask {

        private static final int LONGEST_REASON = 200;

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        /** The reason must be one line, because the association receives it as one line. */
        @Override
        public void check() {
            if (reason.isBlank()
                    || reason.codePointCount(0, reason.length()) > LONGEST_REASON
                    || reason.chars().anyMatch(Character::isISOControl)
                    || PhoneDigits.mayContainNumber(reason)) {
                throw new InvalidOperationException(OperationError.REASON_UNUSABLE, Integer.toString(LONGEST_REASON));
            }
        }

        @Override
        Object answer(PartnerSession session) throws IOException {
            byte[] json = new Resync(session.partner().code(), session.now(), reason).toJson();
            return session.send(FileKind.RESYNC, json);
        }
    }

    static final class UnitOptions {

        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "acknowledged-unit")
        private List<UnitCode> units = new ArrayList<>();

        List<UnitCode> units() {
            return List.copyOf(units);
        }
    }

    @Command(name = "init")
    static final class InitializePartner implements FileTask {

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
                SampleKeys samples = PartnerSession.samples(context, place());
                SetUpPartner.SetUp done = new SetUpPartner(partner.folder(), passphrase, samples)
                        .setUp(
                                new SetUpPartner.Known(
                                        code, drop, hostKeys, loginKey, secretKey, passphraseFile, association, logKey),
                                context.clock(PartnerSession.demoOf(place())).instant(),
                                context.locale());
                return new PartnerSetUp(code, done.settings(), done.certificate(), done.loginKey());
            }
        }

        private DropPlace place() {
            // only a drop in a local folder can be that of a demo
            return new DropPlace.Folder(drop.startsWith("sftp:") ? Path.of("") : Path.of(drop));
        }

        record PartnerSetUp(InsurerCode insurer, Path settings, Optional<Path> certificate, Optional<Path> loginKey) {}
    }
}
