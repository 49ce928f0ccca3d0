package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.crashpoint.CrashPoint;
import jinbo.crashpoint.CrashPoints;
import jinbo.mobile.Mobile;
import jinbo.mobile.MobileReader;
import jinbo.mobile.MobileReading;
import jinbo.mobile.Region;
import jinbo.mobile.Segments;
import jinbo.sms.Handed;
import jinbo.sms.ShortMessage;
import jinbo.sms.ShortMessages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a code to a number that somebody says is theirs, and keeps keyed hashes of both. */
@Component
class SendCode {

    static final Duration VALID = Duration.ofMinutes(5);

    private final CodeChallenges challenges;
    private final CodeLimits limits;
    private final ConsumerKey key;
    private final SixDigits codes;
    private final KeyedNumbers subjects;
    private final Segments segments;
    private final ShortMessages messages;
    private final AccessLog accessLog;
    private final CrashPoints crashPoints;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendCode(
            CodeChallenges challenges,
            CodeLimits limits,
            ConsumerKey key,
            SixDigits codes,
            KeyedNumbers subjects,
            Segments segments,
            ShortMessages messages,
            AccessLog accessLog,
            CrashPoints crashPoints,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.challenges = challenges;
        this.limits = limits;
        this.key = key;
        this.codes = codes;
        this.subjects = subjects;
        this.segments = segments;
        this.messages = messages;
        this.accessLog = accessLog;
        this.crashPoints = crashPoints;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    CodeAsked to(String typed, Visitor from, Locale language) {
        MobileReading read = MobileReader.read(typed);
        if (read instanceof MobileReading.Unreadable unreadable) {
            return new CodeAsked.NoMobile(unreadable.problem());
        }
        Mobile mobile = ((MobileReading.Read) read).mobile();
        Region region = segments.current().regionOf(mobile);
        if (region == Region.ELSEWHERE) {
            return new CodeAsked.Elsewhere();
        }
        return send(mobile, from, language, region == Region.HOME);
    }

    private CodeAsked send(Mobile mobile, Visitor from, Locale language, boolean certainlyOurs) {
        Instant at = clock.instant();
        Subject subject = subjects.today(mobile);
        UUID challenge = UUID.randomUUID();
        String code = codes.draw();
        Optional<Duration> wait = transaction.execute(status -> reserve(challenge, subject, from, code, at));
        if (wait.isPresent()) {
            return new CodeAsked.TooMany(wait.get());
        }
        AccessPermit permit = announced(subject, challenge);
        try {
            Handed handed = messages.send(new ShortMessage(mobile, CodeText.of(code, language)));
            crashPoints.reach(CrashPoint.CODE_SENT);
            boolean over = handed instanceof Handed.Over;
            accessLog.conclude(permit, over ? "SENT" : "NOT_SENT", 1);
            if (!over) {
                // what did not come about is nobody's fault, and counts for nobody
                challenges.remove(challenge);
            }
            return over
                    ? new CodeAsked.Sent(challenge, mobile, at.plus(VALID), certainlyOurs)
                    : new CodeAsked.NotSent();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private AccessPermit announced(Subject subject, UUID challenge) {
        try {
            return accessLog.intend(new Access(
                    Actor.consumer(),
                    AccessAction.PROVE_NUMBER,
                    "somebody says that the number is theirs",
                    Optional.empty(),
                    "one number",
                    Optional.of(subject)));
        } catch (AccessLogUnavailableException e) {
            // who was told to come back need not wait for the next code besides
            challenges.remove(challenge);
            throw e;
        }
    }

    private Optional<Duration> reserve(UUID challenge, Subject subject, Visitor from, String code, Instant at) {
        byte[] source = key.hash("network", from.network());
        challenges.lock(subject.toString(), from.network());
        Optional<Duration> wait = limits.forOne(subject.toString(), source).or(limits::inAll);
        if (wait.isEmpty()) {
            challenges.add(
                    challenge, subject.toString(), source, key.hash("code " + challenge, code), at, at.plus(VALID));
        }
        return wait;
    }
}
