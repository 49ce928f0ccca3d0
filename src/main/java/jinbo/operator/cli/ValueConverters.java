package jinbo.operator.cli;

import jinbo.cases.CaseNumber;
import jinbo.cases.Salesperson;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.cases.EvidenceSha256;
import jinbo.operator.number.NumberOperations.ChosenTerm;
import jinbo.operator.number.NumberOperations.NamedInsurer;
import jinbo.operator.recovery.NamedList;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.SecretFile;
import jinbo.participant.staff.PersonName;
import jinbo.reference.business.LineCode;
import picocli.CommandLine;

/** How values are read from the command line that picocli does not know by itself; {@link UsageErrorHandler} reports what they throw. */
final class ValueConverters {

    private ValueConverters() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(CaseNumber.class, ValueConverters::caseNumber)
                .registerConverter(ChosenTerm.class, ChosenTerm::parse)
                .registerConverter(EvidenceSha256.class, EvidenceSha256::new)
                .registerConverter(Fingerprint.class, Fingerprint::parse)
                .registerConverter(InsurerCode.class, InsurerCode::new)
                .registerConverter(LineCode.class, LineCode::parse)
                .registerConverter(Moment.class, Moment::parse)
                .registerConverter(NamedInsurer.class, NamedInsurer::parse)
                .registerConverter(NamedList.class, NamedList::parse)
                .registerConverter(PersonName.class, PersonName::new)
                .registerConverter(Salesperson.class, Salesperson::new)
                .registerConverter(SecretFile.class, SecretFile::parse)
                .registerConverter(ServiceNumber.class, ServiceNumber::parse)
                // whatever it is: a refusal by picocli would repeat it
                .registerConverter(TypedNumber.class, TypedNumber::new)
                .registerConverter(UnitCode.class, UnitCode::new);
    }

    /** As people write it down. */
    private static CaseNumber caseNumber(String typed) {
        return CaseNumber.typed(typed).orElseGet(() -> new CaseNumber(typed));
    }
}
