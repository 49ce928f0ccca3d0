package jinbo.operator.cli;

import java.io.PrintWriter;
import java.util.List;

/** A page as plain text. */
final class PrintedPage implements PageForm {

    private final PrintWriter out;

    PrintedPage(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void line(String text) {
        out.print(text + "\n");
    }

    @Override
    public void lines(String text) {
        out.print(text);
    }

    @Override
    public void gap() {
        out.print("\n");
    }

    @Override
    public void fields(List<List<String>> pairs) {
        print(pairs);
    }

    @Override
    public void table(List<String> titles, List<List<String>> rows) {
        Columns columns = new Columns();
        columns.row(titles);
        rows.forEach(columns::row);
        columns.lines().forEach(this::line);
    }

    private void print(List<List<String>> rows) {
        Columns columns = new Columns();
        rows.forEach(columns::row);
        columns.lines().forEach(this::line);
    }
}
