package jinbo.exchange.sftp.check;

import java.net.InetAddress;
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
import jinbo.exchange.sftp.DropException.DropLoginRefusedException;
import jinbo.exchange.sftp.DropException.HostKeyRefusedException;
import jinbo.exchange.sftp.Handshake;
import jinbo.exchange.sftp.RemoteFiles;
import jinbo.exchange.sftp.SanitizedText;
import jinbo.exchange.sftp.SftpExceptionTranslator;
import jinbo.exchange.sftp.Sleeper;
import jinbo.exchange.sftp.UploadStabilityCheck;
import jinbo.participant.insurer.InsurerCode;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.kex.KexProposalOption;

/**
 * Checks a drop step by step. Skips steps that depend on a failed one. Its files have names that both sides of the exchange ignore, and it
 * deletes them.
 */
public final class DropCheck {

    private final DropClient client;
    private final DropContext dropContext;
    private final DropAddress address;
    private final DropCredentials own;
    private final ConnectionAttempt attempt;
    private final List<DropCheckResult> found = new ArrayList<>();

    public DropCheck(DropClient client, InsurerDrop drop) {
        this.client = client;
        this.dropContext = drop.dropContext();
        this.address = drop.address();
        this.own = drop.own();
        this.attempt = client.attempt(dropContext);
    }

    /**
     * @param scratch a local folder for temporary files
     * @param others other insurers' drops, which must not be this one
     * @return a result for each {@link DropCheckStep}, in their order
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

    private List<DropCheckResult> run(SessionCheck sessionCheck, SharedDropCheck neighbours) {
        add(DropCheckCode.ADDRESS_KNOWN, address, address.pins(), own.shown());
        try (RemoteFiles remote = attempt.open(own)) {
            addConnectionResults(DropCheckStep.SFTP);
            found.addAll(sessionCheck.run(remote));
            if (found.stream().noneMatch(DropCheckResult::isWrong)) {
                found.add(compareWithOthers(remote, neighbours));
            }
        } catch (DropException e) {
            addConnectionResults(reached());
            found.add(failure(e));
        }
        for (DropCheckStep step : DropCheckStep.values()) {
            if (found.stream().noneMatch(checked -> checked.step() == step)) {
                found.add(DropCheckResult.of(step, DropCheckCode.NOT_TRIED));
            }
        }
        found.sort(Comparator.comparing(DropCheckResult::step));
        return List.copyOf(found);
    }

    private DropCheckResult compareWithOthers(RemoteFiles remote, SharedDropCheck neighbours) {
        try {
            return neighbours.check(
                    remote, attempt.handshake().shown().orElseThrow().fingerprint());
        } catch (DropException e) {
            return DropCheckResult.brokeOff(DropCheckStep.OTHER_INSURERS, e);
        }
    }

    /** All steps before the reached one were successful. */
    private void addConnectionResults(DropCheckStep reached) {
        Handshake server = attempt.handshake();
        if (reached.compareTo(DropCheckStep.NAME) > 0) {
            add(DropCheckCode.NAME_FOUND, address.host(), addresses());
        }
        if (reached.compareTo(DropCheckStep.PORT) > 0) {
            add(DropCheckCode.SSH_ANSWERS, program());
        }
        if (reached.compareTo(DropCheckStep.KEY_EXCHANGE) > 0) {
            List<String> lastResorts = server.lastResorts();
            add(
                    lastResorts.isEmpty() ? DropCheckCode.EXCHANGE_STRICT : DropCheckCode.EXCHANGE_LAST_RESORT,
                    server.agreed(KexProposalOption.ALGORITHMS).orElse(""),
                    server.agreed(KexProposalOption.C2SENC).orElse(""),
                    server.agreed(KexProposalOption.C2SMAC).orElse(""),
                    String.join(", ", lastResorts));
        }
        if (reached.compareTo(DropCheckStep.HOST_KEY) > 0) {
            add(DropCheckCode.HOST_KEY_PINNED, server.shown().orElseThrow(), otherPins());
        }
        if (reached.compareTo(DropCheckStep.LOGIN) > 0) {
            add(DropCheckCode.LOGGED_IN, address.user());
        }
    }

    private DropCheckStep reached() {
        return DropCheckStep.valueOf(attempt.step().name());
    }

    private DropCheckResult failure(DropException e) {
        DropCheckStep step = reached();
        return switch (step) {
            case NAME, PORT -> new PortDiagnosis(attempt, address, client.timeouts()).of(e);
            case KEY_EXCHANGE -> keyExchange(e);
            case HOST_KEY -> hostKey(e);
            case LOGIN -> login(e);
            case SFTP -> DropCheckResult.of(step, DropCheckCode.SFTP_REFUSED, SftpExceptionTranslator.describe(e));
            default -> DropCheckResult.brokeOff(step, e);
        };
    }

    private DropCheckResult keyExchange(DropException e) {
        Handshake server = attempt.handshake();
        if (server.isNotStrict()) {
            return DropCheckResult.of(DropCheckCode.EXCHANGE_NOT_STRICT, program());
        }
        return server.disagreement().isPresent()
                ? DropCheckResult.of(DropCheckCode.EXCHANGE_NO_COMMON, server.missingAlgorithms(), program())
                : DropCheckResult.brokeOff(DropCheckStep.KEY_EXCHANGE, e);
    }

    private DropCheckResult hostKey(DropException e) {
        return e instanceof HostKeyRefusedException refused
                ? DropCheckResult.of(
                        DropCheckCode.HOST_KEY_NOT_PINNED,
                        attempt.refused().stream()
                                .map(Handshake.ShownKey::toString)
                                .collect(Collectors.joining(", ")),
                        address.pins(),
                        dropContext.insurer(),
                        refused.offered())
                : DropCheckResult.brokeOff(DropCheckStep.HOST_KEY, e);
    }

    private DropCheckResult login(DropException e) {
        Handshake server = attempt.handshake();
        String user = address.user();
        String methods = SanitizedText.of(String.join(", ", server.methods()));
        if (server.asksForNewPassword()) {
            return DropCheckResult.of(DropCheckCode.PASSWORD_EXPIRED, user, dropContext.insurer());
        }
        if (!(e instanceof DropLoginRefusedException)) {
            return DropCheckResult.brokeOff(DropCheckStep.LOGIN, e);
        }
        if (own.password().isEmpty() && !server.methods().contains("publickey")) {
            return DropCheckResult.of(DropCheckCode.PASSWORD_WANTED, user, methods, dropContext.insurer());
        }
        return DropCheckResult.of(DropCheckCode.LOGIN_REFUSED, user, methods, own.shown(), ourKey());
    }

    private String ourKey() {
        return own.keys().stream()
                .map(pair -> new SshPublicKey(pair.getPublic()).line("jinbo-association"))
                .findFirst()
                .orElse("-");
    }

    private String addresses() {
        return attempt.addresses().stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }

    private String program() {
        return attempt.handshake().identification().map(SanitizedText::of).orElse("-");
    }

    private String otherPins() {
        TreeSet<String> others = new TreeSet<>(address.pins().fingerprints());
        attempt.handshake().shown().ifPresent(key -> others.remove(key.fingerprint()));
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private void add(DropCheckCode code, Object... facts) {
        found.add(DropCheckResult.of(code, facts));
    }

    public record InsurerDrop(InsurerCode insurer, DropAddress address, DropCredentials own) {

        DropContext dropContext() {
            return DropContext.ofAssociation(insurer, address);
        }
    }
}
