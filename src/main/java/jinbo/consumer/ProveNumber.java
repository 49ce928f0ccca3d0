package jinbo.consumer;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import jinbo.platform.faultpoint.FaultPoint;
import jinbo.platform.faultpoint.FaultPointListener;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.reference.phone.MobileParser;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.Segments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends codes to numbers and verifies them. Each code has a limited number of attempts. */
@Component
record ProveNumber(
        Segments segments,
        NumberHashes subjects,
        PurgeExpiredProofs expired,
        ShortMessages messages,
        AccessLog accessLog,
        ConsumerSettings settings,
        FaultPointListener faultPointListener,
        CodeChallenges challenges,
        CodeLimits limits,
        VisitorCounts counts,
        ConsumerKey key,
        KnownBrowsers known,
        NumberProofs proofs,
        Clock clock,
        TransactionTemplate transaction) {

    private static final Duration VALID = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRIES = 5;
    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    CodeRequestOutcome sendCode(String typed, Visitor from, Locale language) {
        expired.purgeIfDue();
        MobileParseResult read = MobileParser.read(typed);
        if (read instanceof MobileParseResult.Unreadable unreadable) {
            return new CodeRequestOutcome.NoMobile(unreadable.problem());
        }
        Mobile mobile = ((MobileParseResult.Read) read).mobile();
        Region region = segments.current().regionOf(mobile);
        return region == Region.ELSEWHERE
                ? new CodeRequestOutcome.Elsewhere()
                : send(mobile, from, language, region == Region.HOME);
    }

    private CodeRequestOutcome send(Mobile mobile, Visitor from, Locale language, boolean certainlyOurs) {
        Subject subject = subjects.today(mobile);
        CodeChallenges.Request request = new CodeChallenges.Request(
                UUID.randomUUID(),
                subject.toString(),
                key.hash("network", from.network()),
                known.knows(from, mobile),
                clock.instant());
        if (request.isKnown()) {
            counts.addCodeRequest(subject);
        }
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        Optional<Duration> wait = reserve(request, code, from);
        if (wait.isPresent()) {
            return new CodeRequestOutcome.TooMany(wait.get());
        }
        AccessPermit permit = begin(subject, request);
        try {
            ShortMessages.Outcome sendOutcome = messages.send(new ShortMessage(mobile, textOf(code, language)));
            faultPointListener.reached(FaultPoint.CODE_SENT);
            boolean sent = sendOutcome instanceof ShortMessages.Outcome.Over;
            accessLog.complete(permit, sent ? "SENT" : "NOT_SENT", 1);
            if (!sent) {
                cancel(request, limits::refundUnsent);
                return new CodeRequestOutcome.NotSent();
            }
            return new CodeRequestOutcome.Sent(
                    request.id(),
                    mobile,
                    request.at().plus(VALID),
                    request.at().plus(settings.pauseBetweenCodes()),
                    certainlyOurs);
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    /** Stores the hashes of a code before it is sent. Returns how long to wait, if a limit is reached. */
    private Optional<Duration> reserve(CodeChallenges.Request request, String code, Visitor from) {
        return Objects.requireNonNull(transaction.execute(status -> {
            challenges.lock(request.subject(), from.network());
            Optional<Duration> wait = limits.forNumber(request).or(() -> limits.count(request));
            if (wait.isPresent()) {
                status.setRollbackOnly();
            } else {
                challenges.add(
                        request,
                        key.hash("code " + request.id(), code),
                        request.at().plus(VALID));
            }
            return wait;
        }));
    }

    private AccessPermit begin(Subject subject, CodeChallenges.Request request) {
        try {
            return accessLog.begin(HolderAccessTemplate.access(
                    Actor.consumer(), AccessAction.PROVE_NUMBER, "a code is sent to prove the number", subject));
        } catch (AccessLogUnavailableException e) {
            cancel(request, limits::refund);
            throw e;
        }
    }

    private void cancel(CodeChallenges.Request request, Consumer<CodeChallenges.Request> refund) {
        transaction.executeWithoutResult(status -> {
            challenges.remove(request.id());
            refund.accept(request);
        });
    }

    /** The purpose comes first, so that nobody reads the code out to a caller. */
    private static String textOf(String code, Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage())
                ? "验证码 " + code + "，用于办理保险电话禁拨，5分钟内有效。请不要告诉任何人；如果不是您本人操作，请不必理会。"
                : "Jinbo: " + code
                        + " is your code for blocking insurance sales calls, valid for 5 minutes. Do not tell anybody."
                        + " If you did not request it, ignore this message.";
    }

    CodeCheckOutcome verifyCode(UUID challenge, Mobile mobile, String typed) {
        CodeCheckOutcome answer = transaction.execute(
                status -> verify(challenge, mobile, BLANKS.matcher(typed).replaceAll("")));
        if (answer instanceof CodeCheckOutcome.Wrong wrong && wrong.triesLeft() == 0) {
            accessLog.refuse(
                    HolderAccessTemplate.access(
                            Actor.consumer(),
                            AccessAction.PROVE_NUMBER,
                            "a code is checked to prove the number",
                            subjects.today(mobile)),
                    "WRONG_CODES");
        }
        return answer;
    }

    private CodeCheckOutcome verify(UUID challenge, Mobile mobile, String typed) {
        Instant now = clock.instant();
        Optional<CodeChallenges.OpenChallenge> open = challenges.countAttempt(challenge, now, TRIES);
        if (open.isEmpty() || !subjects.isOf(open.get().subject(), mobile)) {
            return new CodeCheckOutcome.Over();
        }
        byte[] hash = key.hash("code " + challenge, typed);
        if (!MessageDigest.isEqual(hash, open.get().code())
                || !CODE.matcher(typed).matches()) {
            return new CodeCheckOutcome.Wrong(TRIES - open.get().tries());
        }
        challenges.markProven(challenge, now);
        limits.refundProven(open.get());
        return new CodeCheckOutcome.Right(proofs.begin(mobile, open.get().subject()), known.mark(mobile));
    }
}
