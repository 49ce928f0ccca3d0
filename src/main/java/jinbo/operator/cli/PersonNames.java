package jinbo.operator.cli;

import jinbo.participant.staff.PersonName;
import picocli.CommandLine.ITypeConverter;

/** Reads a person's name from the command line. */
final class PersonNames implements ITypeConverter<PersonName> {

    @Override
    public PersonName convert(String typed) {
        return new PersonName(typed);
    }
}
