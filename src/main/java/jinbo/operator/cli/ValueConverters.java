package jinbo.operator.cli;

import java.util.Locale;
import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.format.ManifestFileName;
import jinbo.exchange.format.Term;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.staff.PersonName;
import jinbo.reference.business.LineCode;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How values are read from the command line that picocli does not know by itself; what they throw is told by {@link TellWrongUse}. */
final class ValueConverters {

    private ValueConverters() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(CaseNumber.class, ValueConverters::caseNumber)
                .registerConverter(DecideOnCase.EvidenceSha256.class, DecideOnCase.EvidenceSha256::new)
                .registerConverter(Fingerprint.class, Fingerprint::parse)
                .registerConverter(InsurerCode.class, InsurerCode::new)
                .registerConverter(LineCode.class, ValueConverters::line)
                .registerConverter(ManifestFileName.class, ValueConverters::manifest)
                .registerConverter(Moment.class, Moment::parse)
                .registerConverter(PersonName.class, PersonName::new)
                .registerConverter(Salesperson.class, Salesperson::new)
                .registerConverter(ServiceNumber.class, ServiceNumber::read)
                .registerConverter(Term.class, typed -> Term.of(typed).orElseThrow())
                .registerConverter(TypedChoice.TypedInsurer.class, TypedChoice.TypedInsurer::parse)
                // whatever it is: a refusal by picocli would repeat it
                .registerConverter(TypedNumber.class, TypedNumber::new)
                .registerConverter(UnitCode.class, UnitCode::new);
    }

    /** As people write it down. */
    private static CaseNumber caseNumber(String typed) {
        return CaseNumber.typed(typed).orElseGet(() -> new CaseNumber(typed));
    }

    static LineCode line(String typed) {
        return new LineCode(typed.toUpperCase(Locale.ROOT));
    }

    /** Which list of which insurer: {@code YUNHE:7}. */
    private static ManifestFileName manifest(String typed) {
        String[] parts = typed.split(":", 2);
        if (parts.length < 2) {
            throw new TypeConversionException("no colon");
        }
        return new ManifestFileName(new InsurerCode(parts[0]), Integer.parseInt(parts[1]));
    }
}
