package jinbo.operator.cli;

import jinbo.cases.CaseNumber;
import picocli.CommandLine.ITypeConverter;

/** Reads the number of a case from the command line, as people write it down. */
final class CaseNumbers implements ITypeConverter<CaseNumber> {

    @Override
    public CaseNumber convert(String typed) {
        return CaseNumber.typed(typed).orElseGet(() -> new CaseNumber(typed));
    }
}
