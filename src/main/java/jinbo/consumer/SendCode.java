package jinbo.consumer;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.AccessLogUnavailableException;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.consumer.messaging.Handed;
import jinbo.consumer.messaging.ShortMessage;
import jinbo.consumer.messaging.ShortMessages;
import jinbo.platform.faultpoint.CrashPoint;
import jinbo.platform.faultpoint.CrashPoints;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileReader;
import jinbo.reference.phone.MobileReading;
import jinbo.reference.phone.Region;
import jinbo.reference.phone.Segments;
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
    private final KnownBrowsers known;
    private final Views views;
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
            KnownBrowsers known,
            Views views,
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
        this.known = known;
        this.views = views;
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
        Subject subject = subjects.today(mobile);
        CodeChallenges.Asked asked = new CodeChallenges.Asked(
                UUID.randomUUID(),
                subject.toString(),
                key.hash("network", from.network()),
                known.know(from, mobile),
                clock.instant());
        if (asked.isKnown()) {
            views.addCodeOfKnown(subject);
        }
        String code = codes.draw();
        Optional<Duration> wait = transaction.execute(status -> {
            Optional<Duration> needed = reserve(asked, from, code);
            if (needed.isPresent()) {
                status.setRollbackOnly();
            }
            return needed;
        });
        if (wait.isPresent()) {
            return new CodeAsked.TooMany(wait.get());
        }
        AccessPermit permit = announced(subject, asked);
        try {
            Handed handed = messages.send(new ShortMessage(mobile, CodeText.of(code, language)));
            crashPoints.reach(CrashPoint.CODE_SENT);
            boolean over = handed instanceof Handed.Over;
            accessLog.conclude(permit, over ? "SENT" : "NOT_SENT", 1);
            if (!over) {
                takeBack(asked, limits::giveBackUnsent);
            }
            return over
                    ? new CodeAsked.Sent(asked.id(), mobile, asked.at().plus(VALID), certainlyOurs)
                    : new CodeAsked.NotSent();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private AccessPermit announced(Subject subject, CodeChallenges.Asked asked) {
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
            takeBack(asked, limits::giveBack);
            throw e;
        }
    }

    private void takeBack(CodeChallenges.Asked asked, Consumer<CodeChallenges.Asked> counts) {
        transaction.executeWithoutResult(status -> {
            challenges.remove(asked.id());
            counts.accept(asked);
        });
    }

    private Optional<Duration> reserve(CodeChallenges.Asked asked, Visitor from, String code) {
        challenges.lock(asked.subject(), from.network());
        Optional<Duration> wait = limits.forNumber(asked).or(() -> limits.count(asked));
        if (wait.isEmpty()) {
            challenges.add(
                    asked, key.hash("code " + asked.id(), code), asked.at().plus(VALID));
        }
        return wait;
    }
}
