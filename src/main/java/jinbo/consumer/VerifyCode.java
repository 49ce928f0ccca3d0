package jinbo.consumer;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies codes; each code has a limited number of attempts. */
@Component
record VerifyCode(
        CodeChallenges challenges,
        CodeLimits limits,
        NumberProofs proofs,
        KnownBrowsers known,
        ConsumerKey key,
        NumberHashes subjects,
        AccessLog accessLog,
        Clock clock,
        TransactionTemplate transaction) {

    static final int TRIES = 5;

    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    CodeCheckOutcome of(UUID challenge, Mobile mobile, String typed) {
        CodeCheckOutcome answer = transaction.execute(
                status -> look(challenge, mobile, BLANKS.matcher(typed).replaceAll("")));
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

    private CodeCheckOutcome look(UUID challenge, Mobile mobile, String typed) {
        Instant now = clock.instant();
        Optional<CodeChallenges.Open> open = challenges.countAttempt(challenge, now, TRIES);
        if (open.isEmpty() || !subjects.isOf(open.get().subject(), mobile)) {
            return new CodeCheckOutcome.Over();
        }
        byte[] hash = key.hash("code " + challenge, typed);
        if (!MessageDigest.isEqual(hash, open.get().code()) || !CODE.matcher(typed).matches()) {
            return new CodeCheckOutcome.Wrong(TRIES - open.get().tries());
        }
        challenges.proven(challenge, now);
        limits.refundProven(open.get());
        return new CodeCheckOutcome.Right(proofs.begin(mobile, open.get().subject()), known.mark(mobile));
    }
}
