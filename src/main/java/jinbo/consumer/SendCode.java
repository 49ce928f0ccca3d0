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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a code to a number that somebody says is theirs, and keeps keyed hashes of both. */
@Component
class SendCode {

    static final Duration VALID = Duration.ofMinutes(5);

    private final CodeChallenges challenges;
    private final CodeLimits limits;
    private final ConsumerKey key;
    private final CodeGenerator codes;
    private final NumberHashes subjects;
    private final KnownBrowsers known;
    private final ViewLimit viewLimit;
    private final Segments segments;
    private final ShortMessages messages;
    private final AccessLog accessLog;
    private final FaultPointListener faultPointListener;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendCode(
            CodeChallenges challenges,
            CodeLimits limits,
            ConsumerKey key,
            CodeGenerator codes,
            NumberHashes subjects,
            KnownBrowsers known,
            ViewLimit viewLimit,
            Segments segments,
            ShortMessages messages,
            AccessLog accessLog,
            FaultPointListener faultPointListener,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.challenges = challenges;
        this.limits = limits;
        this.key = key;
        this.codes = codes;
        this.subjects = subjects;
        this.known = known;
        this.viewLimit = viewLimit;
        this.segments = segments;
        this.messages = messages;
        this.accessLog = accessLog;
        this.faultPointListener = faultPointListener;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    CodeRequestOutcome to(String typed, Visitor from, Locale language) {
        MobileParseResult read = MobileParser.read(typed);
        if (read instanceof MobileParseResult.Unreadable unreadable) {
            return new CodeRequestOutcome.NoMobile(unreadable.problem());
        }
        Mobile mobile = ((MobileParseResult.Read) read).mobile();
        Region region = segments.current().regionOf(mobile);
        if (region == Region.ELSEWHERE) {
            return new CodeRequestOutcome.Elsewhere();
        }
        return send(mobile, from, language, region == Region.HOME);
    }

    private CodeRequestOutcome send(Mobile mobile, Visitor from, Locale language, boolean certainlyOurs) {
        Subject subject = subjects.today(mobile);
        CodeChallenges.Asked asked = new CodeChallenges.Asked(
                UUID.randomUUID(),
                subject.toString(),
                key.hash("network", from.network()),
                known.know(from, mobile),
                clock.instant());
        if (asked.isKnown()) {
            viewLimit.addCodeRequest(subject);
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
            return new CodeRequestOutcome.TooMany(wait.get());
        }
        AccessPermit permit = announced(subject, asked);
        try {
            ShortMessages.Outcome sendOutcome = messages.send(new ShortMessage(mobile, textOf(code, language)));
            faultPointListener.reached(FaultPoint.CODE_SENT);
            boolean over = sendOutcome instanceof ShortMessages.Outcome.Over;
            accessLog.complete(permit, over ? "SENT" : "NOT_SENT", 1);
            if (!over) {
                takeBack(asked, limits::refundUnsent);
            }
            return over
                    ? new CodeRequestOutcome.Sent(asked.id(), mobile, asked.at().plus(VALID), certainlyOurs)
                    : new CodeRequestOutcome.NotSent();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private AccessPermit announced(Subject subject, CodeChallenges.Asked asked) {
        try {
            return accessLog.begin(new Access(
                    Actor.consumer(),
                    AccessAction.PROVE_NUMBER,
                    "a code is sent to prove the number",
                    Optional.empty(),
                    "one number",
                    Optional.of(subject)));
        } catch (AccessLogUnavailableException e) {
            // who was told to come back need not wait for the next code besides
            takeBack(asked, limits::refund);
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

    /** What the code is for comes first, so that nobody reads it out to a caller unawares. */
    private static String textOf(String code, Locale language) {
        return Locale.CHINESE.getLanguage().equals(language.getLanguage())
                ? "验证码 " + code + "，用于登记或查询您的保险电话禁拨设置，5分钟内有效。请勿告诉任何人；如非本人操作，请忽略。"
                : "Jinbo: " + code
                        + " is your code for blocking insurance sales calls, valid for 5 minutes. Tell it to"
                        + " nobody; if you did not ask for it, ignore it.";
    }
}
