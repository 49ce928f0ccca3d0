package jinbo.exchange.sftp.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropRefusedException;
import jinbo.exchange.sftp.SftpExceptionTranslator;

/**
 * @param facts what belongs into its sentence, in the order that {@link DropCheckCode} gives; what the server said is made fit for
 *     messages, and nothing is secret
 */
public record DropCheckResult(DropCheckStep step, DropCheckCode code, List<String> facts) {

    public DropCheckResult {
        facts = List.copyOf(facts);
    }

    static DropCheckResult of(DropCheckStep step, DropCheckCode code, Object... facts) {
        return new DropCheckResult(
                step, code, Arrays.stream(facts).map(String::valueOf).toList());
    }

    /**
     * The server said no.
     *
     * @param code what was found, unless the server does not know the request at all
     */
    static DropCheckResult refused(DropCheckStep step, DropCheckCode code, DropRefusedException e, Object... more) {
        return e.isUnsupported()
                ? of(step, DropCheckCode.NOT_SUPPORTED, e.doing(), SftpExceptionTranslator.describe(e))
                : of(
                        step,
                        code,
                        Stream.concat(Stream.of(SftpExceptionTranslator.describe(e)), Arrays.stream(more))
                                .toArray());
    }

    public boolean isWrong() {
        return code.grade() == DropCheckCode.Grade.WRONG;
    }
}
