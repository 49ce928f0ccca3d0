package jinbo.command;

import jinbo.person.PersonName;
import picocli.CommandLine.ITypeConverter;

/** Reads a person's name from the command line. */
final class PersonNames implements ITypeConverter<PersonName> {

    @Override
    public PersonName convert(String typed) {
        return new PersonName(typed);
    }
}
