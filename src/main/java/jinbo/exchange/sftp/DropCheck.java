package jinbo.exchange.sftp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jinbo.platform.ssh.SshPublicKey;
import org.apache.sshd.common.kex.KexProposalOption;

/**
 * Tries a drop step by step, and says of each what was found; after a failure, what follows from it is not tried. It writes
 * under names that begin with a dot, which both sides of the exchange pass over, and takes away what it wrote.
 */
final class DropCheck {

    private final ConnectionAttempt connecting;
    private final DropContext party;
    private final DropCredentials own;
    private final DropTimeouts timeouts;
    private final List<DropCheckResult> found = new ArrayList<>();

    DropCheck(ConnectionAttempt connecting, DropContext party, DropCredentials own, DropTimeouts timeouts) {
        this.connecting = connecting;
        this.party = party;
        this.own = own;
        this.timeouts = timeouts;
    }

    /**
     * @param onceInside the steps that need a session
     * @param neighbours the step that needs sessions with others, too; taken if all is well until then
     */
    List<DropCheckResult> run(SessionCheck onceInside, SharedDropCheck neighbours) {
        DropAddress address = party.address();
        add(DropCheckStep.ADDRESS, DropCheckCode.ADDRESS_KNOWN, address, address.pins(), own.shown());
        try (RemoteFiles remote = connecting.open(own)) {
            tellTheWayIn(DropCheckStep.SFTP);
            found.addAll(onceInside.of(remote));
            if (found.stream().noneMatch(DropCheckResult::isWrong)) {
                found.add(besideOthers(remote, neighbours));
            }
        } catch (DropException e) {
            tellTheWayIn(connecting.step());
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
                    remote, connecting.handshake().shown().orElseThrow().fingerprint());
        } catch (DropException e) {
            return DropCheckResult.of(DropCheckStep.OTHER_INSURERS, DropCheckCode.BROKE_OFF, e.getMessage());
        }
    }

    /** The steps before the one that was reached went well. */
    private void tellTheWayIn(DropCheckStep reached) {
        Handshake server = connecting.handshake();
        if (reached.compareTo(DropCheckStep.NAME) > 0) {
            add(DropCheckStep.NAME, DropCheckCode.NAME_FOUND, party.address().host(), addresses());
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
            add(DropCheckStep.LOGIN, DropCheckCode.LOGGED_IN, party.address().user());
        }
    }

    private DropCheckResult failure(DropException e) {
        DropCheckStep step = connecting.step();
        return switch (step) {
            case NAME, PORT -> new PortDiagnosis(connecting, party, timeouts).of(e);
            case KEY_EXCHANGE -> exchange(e);
            case HOST_KEY -> hostKey(e);
            case LOGIN -> login(e);
            case SFTP -> DropCheckResult.of(step, DropCheckCode.SFTP_REFUSED, SftpExceptionTranslator.words(e));
            default -> DropCheckResult.of(step, DropCheckCode.BROKE_OFF, e.getMessage());
        };
    }

    private DropCheckResult exchange(DropException e) {
        Handshake server = connecting.handshake();
        if (server.isRefusedAsNotStrict()) {
            return DropCheckResult.of(DropCheckStep.KEY_EXCHANGE, DropCheckCode.EXCHANGE_NOT_STRICT, program());
        }
        return server.disagreement().isPresent()
                ? DropCheckResult.of(
                        DropCheckStep.KEY_EXCHANGE, DropCheckCode.EXCHANGE_NO_COMMON, server.notAgreedOn(), program())
                : DropCheckResult.of(DropCheckStep.KEY_EXCHANGE, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    private DropCheckResult hostKey(DropException e) {
        return e instanceof HostKeyRefusedException refused
                ? DropCheckResult.of(
                        DropCheckStep.HOST_KEY,
                        DropCheckCode.HOST_KEY_NOT_PINNED,
                        connecting.refused().stream()
                                .map(Handshake.Shown::toString)
                                .collect(Collectors.joining(", ")),
                        party.address().pins(),
                        party.insurer(),
                        refused.offered())
                : DropCheckResult.of(DropCheckStep.HOST_KEY, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    private DropCheckResult login(DropException e) {
        Handshake server = connecting.handshake();
        String user = party.address().user();
        String methods = SanitizedText.of(String.join(", ", server.methods()));
        if (server.asksForNewPassword()) {
            return DropCheckResult.of(DropCheckStep.LOGIN, DropCheckCode.PASSWORD_EXPIRED, user, party.insurer());
        }
        if (!(e instanceof DropLoginRefusedException)) {
            return DropCheckResult.of(DropCheckStep.LOGIN, DropCheckCode.BROKE_OFF, e.getMessage());
        }
        if (own.password().isEmpty() && !server.methods().contains("publickey")) {
            return DropCheckResult.of(
                    DropCheckStep.LOGIN, DropCheckCode.PASSWORD_WANTED, user, methods, party.insurer());
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
        return connecting.addresses().stream()
                .map(address -> address.getHostAddress())
                .collect(Collectors.joining(", "));
    }

    private String program() {
        return connecting.handshake().identification().map(SanitizedText::of).orElse("-");
    }

    private String otherPins() {
        TreeSet<String> others = new TreeSet<>(party.address().pins().fingerprints());
        connecting.handshake().shown().ifPresent(key -> others.remove(key.fingerprint()));
        return others.isEmpty() ? "-" : String.join(", ", others);
    }

    private void add(DropCheckStep step, DropCheckCode code, Object... facts) {
        found.add(DropCheckResult.of(step, code, facts));
    }
}
