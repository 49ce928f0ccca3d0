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
import jinbo.partner.MakeAck;
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

/** {@code partner ...}: the insurer's own side, from its folder, its keys and its drop alone. */
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
public final class PartnerCommands {

    @Option(
            names = "--partner",
            paramLabel = "DIR",
            defaultValue = "${env:JINBO_PARTNER:-./jinbo-partner}",
            descriptionKey = "partner",
            scope = ScopeType.INHERIT)
    private Path folder = Path.of("jinbo-partner");

    PartnerFolder folder() {
        return new PartnerFolder(folder);
    }

    PartnerSession open(FileTaskContext context) throws IOException {
        return PartnerSession.open(folder(), context);
    }

    /** Does something with it that no other command may do meanwhile. */
    <T> T withLock(FileTaskContext context, PartnerSession.Work<T> work) throws IOException {
        return PartnerSession.withLock(folder(), context, work);
    }

    /** {@code partner fetch}: brings what was delivered into the inbox, and says what receipts say. */
    @Command(name = "fetch")
    static final class FetchDeliveries implements FileTask {

        @ParentCommand
        private PartnerCommands partner = new PartnerCommands();

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return partner.withLock(context, side -> {
                try (DropConnection drop = side.connect()) {
                    return FetchResult.of(side, side.deliveries().fetch(drop.session(), side.now()));
                }
            });
        }
    }

    /** {@code partner ack}: tells the association which list is applied, and what it holds. */
    @Command(name = "ack")
    static final class AcknowledgeList implements FileTask {

        @ParentCommand
        private PartnerCommands partner = new PartnerCommands();

        @Mixin
        private UnitOptions units = new UnitOptions();

        @Override
        public Object answer(FileTaskContext context) throws IOException {
            return partner.withLock(context, side -> {
                byte[] json = new MakeAck(side.partner().code(), side.held()).make(units.units());
                return new SealAndDrop(side).send(FileKind.ACK, json);
            });
        }
    }

    /** {@code partner resync}: asks the association for a full list. */
    @Command(name = "resync")
    static final class RequestFullList implements FileTask {

        private static final int LONGEST_REASON = 200;

        @ParentCommand
        private PartnerCommands partner = new PartnerCommands();

        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        private String reason = "";

        /** It goes to the other side of the exchange, in one line. */
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
        public Object answer(FileTaskContext context) throws IOException {
            return partner.withLock(context, side -> {
                byte[] json = new Resync(side.partner().code(), side.now(), reason).toJson();
                return new SealAndDrop(side).send(FileKind.RESYNC, json);
            });
        }
    }

    /** The option that names the sales units which have the list. */
    static final class UnitOptions {

        @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "acknowledged-unit")
        private List<UnitCode> units = new ArrayList<>();

        List<UnitCode> units() {
            return List.copyOf(units);
        }
    }

    /** {@code partner init}: a folder with settings that an integrator edits, and the keys that are lacking. */
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
}
