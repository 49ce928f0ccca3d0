package jinbo.exchange.sftp.check;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import jinbo.exchange.sftp.ConnectionAttempt;
import jinbo.exchange.sftp.DropAddress;
import jinbo.exchange.sftp.DropClient;
import jinbo.exchange.sftp.DropContext;
import jinbo.exchange.sftp.DropCredentials;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropLoginRefusedException;
import jinbo.exchange.sftp.Handshake;
import jinbo.exchange.sftp.HostKeyRefusedException;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.SanitizedText;
import jinbo.exchange.sftp.SftpExceptionTranslator;
import jinbo.exchange.sftp.Sleeper;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.kex.KexProposalOption;

/**
 * Tries a drop step by step, and says of each what was found; after a failure, what follows from it is not tried. It writes
 * under names that begin with a dot, which both sides of the exchange pass over, and takes away what it wrote.
 */
public final class DropCheck {

    private final DropClient client;
    private final DropContext dropContext;
    private final DropCredentials own;
    private final ConnectionAttempt connectionAttempt;
    private final List<DropCheckResult> found = new ArrayList<>();

    public DropCheck(DropClient client, InsurerDrop drop) {
        this.client = client;
        this.dropContext = drop.dropContext();
        this.own = drop.own();
        this.connectionAttempt = client.attempt(dropContext);
    }

    /**
     * Tries everything that the exchange needs of the drop.
     *
     * @param sleeper between two looks at a file of our own in {@code upload/}
     * @param scratch a folder of this machine in which the probe lies meanwhile
     * @param others other insurers' drops, which must not be this one
     * @return an entry for each {@link DropCheckStep}, in their order
     */
    public List<DropCheckResult> run(
            DropProbe probe, Sleeper sleeper, Path scratch, Clock clock, List<InsurerDrop> others) {
        String mark = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return run(
                new SessionCheck(
                        probe,
                        new UploadStabilityCheck(sleeper, UploadStabilityCheck.MIN_INTERVAL),
                        scratch,
                        clock,
                        mark),
                new SharedDropCheck(
                        others, other -> client.attempt(other.dropContext()).open(other.own()), mark));
    }

    private List<DropCheckResult> run(SessionCheck onceInside, SharedDropCheck neighbours) {
        DropAddress address = dropContext.address();
        add(DropCheckStep.ADDRESS, DropCheckCode.ADDRESS_KNOWN, address, address.pins(), own.shown());
        try (RemoteFiles remote = connectionAttempt.open(own)) {
            tellTheWayIn(DropCheckStep.SFTP);
            found.addAll(onceInside.of(remote));
            if (found.stream().noneMatch(DropCheckResult::isWrong)) {
                found.add(besideOthers(remote, neighbours));
            }
        } catch (DropException e) {
            tellTheWayIn(reached());
            found.add(failure(e));
        }
        for (DropCheckStep step : DropCheckStep.values()) {
            if (found.stream().noneMatch(checked -> checked.step() == step)) {
                add(step, DropCheckCode.NOT_TRIED);
            }
        }
        found.sort(Comparator.comparing(DropCheckResult::step));
        return List.copyOf(found);
    }

    private DropCheckResult besideOthers(RemoteFiles remote, SharedDropCheck neighbours) {
        try {
            return neighbours.look(
                    remote, connectionAttempt.handshake().shown().orElseThrow().fingerprint());
        } catch (DropException e) {
            return DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.BROKE_OFF, e.getMessage());
        }
    }

    /** The steps before the one that was reached went well. */
    private void tellTheWayIn(DropCheckStep reached) {
        Handshake server = connectionAttempt.handshake();
        if (reached.compareTo(DropCheckStep.NAME) > 0) {
            add(
                    DropCheckStep.NAME,
                    DropCheckCode.NAME_FOUND,
                    dropContext.address().host(),
                    addresses());
        }
        if (reached.compareTo(DropCheckStep.PORT) > 0) {
            add(DropCheckStep.PORT, DropCheckCode.SSH_ANSWERS, program());
        }
        if (reached.compareTo(DropCheckStep.KEY_EXCHANGE) > 0) {
            List<String> lastResorts = server.lastResorts();
            add(
                    DropCheckStep.KEY_EXCHANGE,
                    lastResorts.isEmpty() ? DropCheckCode.EXCHANGE_STRICT : DropCheckCode.EXCHANGE_LAST_RESORT,
                    server.agreed(KexProposalOption.ALGORITHMS).orElse(""),
                    server.agreed(KexProposalOption.C2SENC).orElse(""),
                    server.agreed(KexProposalOption.C2SMAC).orElse(""),
                    String.join(", ", lastResorts));
        }
        if (reached.compareTo(DropCheckStep.HOST_KEY) > 0) {
            add(
                    DropCheckStep.HOST_KEY,
                    DropCheckCode.HOST_KEY_PINNED,
                    server.shown().orElseThrow(),
                    otherPins());
        }
        if (reached.compareTo(DropCheckStep.LOGIN) > 0) {
            add(
                    DropCheckStep.LOGIN,
                    DropCheckCode.LOGGED_IN,
                    dropContext.address().user());
        }
    }

    private DropCheckStep reached() {
        return DropCheckStep.valueOf(connectionAttempt.step().name());
    }

    private DropCheckResult failure(DropException e) {
        DropCheckStep step = reached();
        return switch (step) {
            case NAME, PORT -> new PortDiagnosis(connectionAttempt, dropContext, client.timeouts()).of(e);
            case KEY_EXCHANGE -> exchange(e);
            case HOST_KEY -> hostKey(e);
            case LOGIN -> login(e);
            case SFTP -> DropCheckResult.of(step, DropCheckCode.SFTP_REFUSED, SftpExceptionTranslator.describe(e));
            default -> DropCheckResult.of(step, DropCheckCode.BROKE_OFF, e.getMessage());
        };
    }

    private DropCheckResult exchange(DropException e) {
        Handshake server = connectionAttempt.handshake();
        if (server.isNotStrict()) {
            return DropCheckResult.of(DropCheckStep.KEY_EXCHANGE, DropCheckCode.EXCHANGE_NOT_STRICT, program());
        }
        return server.disagreement().isPresent()
                ? DropCheckResult.of(
                        DropCheckStep.KEY_EXCHANGE,
                        DropCheckCode.EXCHANGE_NO_COMMON,
                        server.missingAlgorithms(),
                        program())
                : DropCheckResult.of(DropCheckStep.KEY_EXCHANGE, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    private DropCheckResult hostKey(DropException e) {
        return e instanceof HostKeyRefusedException refused
                ? DropCheckResult.of(
                        DropCheckStep.HOST_KEY,
                        DropCheckCode.HOST_KEY_NOT_PINNED,
                        connectionAttempt.refused().stream()
                                .map(Handshake.Shown::toString)
                                .collect(Collectors.joining(", ")),
                        dropContext.address().pins(),
                        dropContext.insurer(),
                        refused.offered())
                : DropCheckResult.of(DropCheckStep.HOST_KEY, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    private DropCheckResult login(DropException e) {
        Handshake server = connectionAttempt.handshake();
        String user = dropContext.address().user();
        String methods = SanitizedText.of(String.join(", ", server.methods()));
        if (server.asksForNewPassword()) {
            return DropCheckResult.of(DropCheckStep.LOGIN, DropCheckCode.PASSWORD_EXPIRED, user, dropContext.insurer());
        }
        if (!(e instanceof DropLoginRefusedException)) {
            return DropCheckResult.of(DropCheckStep.LOGIN, DropCheckCode.BROKE_OFF, e.getMessage());
        }
        if (own.password().isEmpty() && !server.methods().contains("publickey")) {
            return DropCheckResult.of(
                    DropCheckStep.LOGIN, DropCheckCode.PASSWORD_WANTED, user, methods, dropContext.insurer());
        }
        return DropCheckResult.of(
                DropCheckStep.LOGIN, DropCheckCode.LOGIN_REFUSED, user, methods, own.shown(), ourKey());
    }

    private String ourKey() {
        return own.keys().stream()
                .map(pair -> new SshPublicKey(pair.getPublic()).line("jinbo-association"))
                .findFirst()
                .orElse("-");
    }

    private String addresses() {
        return connectionAttempt.addresses().stream()
                .map(address -> address.getHostAddress())
                .collect(Collectors.joining(", "));
    }

    private String program() {
        return connectionAttempt
                .handshake()
                .identification()
                .map(SanitizedText::of)
                .orElse("-");
    }

    private String otherPins() {
        TreeSet<String> others = new TreeSet<>(dropContext.address().pins().fingerprints());
        connectionAttempt.handshake().shown().ifPresent(key -> others.remove(key.fingerprint()));
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private void add(DropCheckStep step, DropCheckCode code, Object... facts) {
        found.add(DropCheckResult.of(step, code, facts));
    }

    public record InsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {

        DropContext dropContext() {
            return DropContext.ofAssociation(insurer, address);
        }
    }
}
