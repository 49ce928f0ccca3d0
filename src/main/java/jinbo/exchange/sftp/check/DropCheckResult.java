package jinbo.exchange.sftp.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropException.DropRefusedException;
import jinbo.exchange.sftp.SftpExceptionTranslator;

/** @param facts the arguments of the code's message; sanitized and without secrets */
public record DropCheckResult(DropCheckStep step, DropCheckCode code, List<String> facts) {

    public DropCheckResult {
        facts = List.copyOf(facts);
    }

    static DropCheckResult of(DropCheckCode code, Object... facts) {
        return of(code.step(), code, facts);
    }

    static DropCheckResult of(DropCheckStep step, DropCheckCode code, Object... facts) {
        return new DropCheckResult(
                step, code, Arrays.stream(facts).map(String::valueOf).toList());
    }

    /** @param code the result, unless the server does not support the request */
    static DropCheckResult refused(DropCheckCode code, DropRefusedException e, Object... more) {
        return e.isUnsupported()
                ? of(code.step(), DropCheckCode.NOT_SUPPORTED, e.doing(), SftpExceptionTranslator.describe(e))
                : of(
                        code,
                        Stream.concat(Stream.of(SftpExceptionTranslator.describe(e)), Arrays.stream(more))
                                .toArray());
    }

    static DropCheckResult brokeOff(DropCheckStep step, DropException e) {
        return of(step, DropCheckCode.BROKE_OFF, e.getMessage());
    }

    public boolean isWrong() {
        return code.grade() == DropCheckCode.Grade.WRONG;
    }
}
