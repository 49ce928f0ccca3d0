package jinbo.operator.cli;

import java.nio.file.Path;
import jinbo.participant.staff.Role;
import jinbo.testing.CommandSession;
import jinbo.testing.TestExchange;
import jinbo.testing.TestPeople;

/**
 * Who has to do with a case, and who has not.
 *
 * @param li a key officer, who may not see cases
 * @param qian an operator
 * @param zhao an auditor
 */
record CasePeople(CommandSession li, CommandSession qian, CommandSession zhao) {

    /** They join, and a second key officer. */
    static CasePeople join(TestExchange exchange, Path folder) {
        CommandSession commands = CommandSession.over(exchange);
        TestPeople people = new TestPeople(exchange, folder);
        CommandSession li = commands.as(people.join("li", Role.KEY_OFFICER));
        people.join("wang", Role.KEY_OFFICER);
        return new CasePeople(
                li, commands.as(people.join("qian", Role.OPERATOR)), commands.as(people.join("zhao", Role.AUDITOR)));
    }
}
