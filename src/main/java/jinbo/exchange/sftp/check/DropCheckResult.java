package jinbo.exchange.sftp.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.SftpExceptionTranslator;

/** The result of a step of a drop check. {@code facts} are the arguments of its message, sanitized, without secrets. */
public record DropCheckResult(DropCheckStep step, DropCheckCode code, List<String> facts) {

    public DropCheckResult {
        facts = List.copyOf(facts);
    }

    static DropCheckResult of(DropCheckStep step, DropCheckCode code, Object... facts) {
        return new DropCheckResult(
                step, code, Arrays.stream(facts).map(String::valueOf).toList());
    }

    /** A result for a refused request; another code is used if the server does not support the request. */
    static DropCheckResult refused(DropCheckCode code, DropRefusedException e, Object... more) {
        return e.isUnsupported()
                ? of(code.step(), DropCheckCode.NOT_SUPPORTED, e.doing(), SftpExceptionTranslator.describe(e))
                : code.with(Stream.concat(Stream.of(SftpExceptionTranslator.describe(e)), Arrays.stream(more))
                        .toArray());
    }

    static DropCheckResult brokeOff(DropCheckStep step, DropException e) {
        return of(step, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    public boolean isWrong() {
        return code.grade() == DropCheckCode.Grade.WRONG;
    }
}
