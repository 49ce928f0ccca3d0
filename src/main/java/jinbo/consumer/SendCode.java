package jinbo.consumer;

import java.util.Locale;
import java.util.Optional;
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

@Component
record SendCode(
        Segments segments,
        NumberHashes subjects,
        CodeReservations reservations,
        PurgeExpiredProofs expired,
        ShortMessages messages,
        AccessLog accessLog,
        ConsumerSettings settings,
        FaultPointListener faultPointListener) {

    CodeRequestOutcome to(String typed, Visitor from, Locale language) {
        expired.purgeIfDue();
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
        CodeReservations.Outcome wish = reservations.reserve(mobile, subject, from);
        if (wish instanceof CodeReservations.Outcome.Wait wait) {
            return new CodeRequestOutcome.TooMany(wait.left());
        }
        CodeReservations.Outcome.Reserved reserved = (CodeReservations.Outcome.Reserved) wish;
        AccessPermit permit = announced(subject, reserved);
        try {
            ShortMessages.Outcome sendOutcome =
                    messages.send(new ShortMessage(mobile, textOf(reserved.code(), language)));
            faultPointListener.reached(FaultPoint.CODE_SENT);
            boolean over = sendOutcome instanceof ShortMessages.Outcome.Over;
            accessLog.complete(permit, over ? "SENT" : "NOT_SENT", 1);
            if (!over) {
                reservations.cancelUnsent(reserved);
            }
            return over
                    ? new CodeRequestOutcome.Sent(
                            reserved.asked().id(),
                            mobile,
                            reserved.expiresAt(),
                            reserved.asked().at().plus(settings.pauseBetweenCodes()),
                            certainlyOurs)
                    : new CodeRequestOutcome.NotSent();
        } catch (RuntimeException e) {
            accessLog.failed(permit, e);
            throw e;
        }
    }

    private AccessPermit announced(Subject subject, CodeReservations.Outcome.Reserved reserved) {
        try {
            return accessLog.begin(new Access(
                    Actor.consumer(),
                    AccessAction.PROVE_NUMBER,
                    "a code is sent to prove the number",
                    Optional.empty(),
                    "one number",
                    Optional.of(subject)));
        } catch (AccessLogUnavailableException e) {
            reservations.cancel(reserved);
            throw e;
        }
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
