// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} and {@code --version} print, on standard output. */
final class Help {
    private static final String GENERAL = """
            Marcato reads, checks, repairs, converts and writes MARC records, broken ones too.

            marcato [VERB] [OPTIONS] [FILE|DIRECTORY|GLOB|-]...

              check    say what is wrong in the files, and where (the default)
              count    say how many records there are
              cat      write the records out: join files, take a part
              repair   write a repaired copy, and say what was done
              convert  write the records in another format or encoding
              print    write the records in a form to read
              formats  list the formats, and what each of them keeps
              bench    measure how fast these files are read here, and say what to choose
              explain  say what a diagnostic code means

            Without a file, standard input is read. 'marcato VERB --help' tells the options.

            What is in vendor.mrc, and is it in order?
              marcato vendor.mrc

            Make a good copy, and keep what was changed and what was lost:
              marcato repair vendor.mrc -o good.mrc --originals before.mrc --rejects lost.bin

            Exit status: 0 all delivered; 1 something lost, rejected, no MARC, or found by check; 2 wrong usage;
            3 input or output failed; 130 and 143 interrupted.
            """;

    private Help() {}

    static ExitStatus general() throws IOException {
        return print(GENERAL);
    }

    static ExitStatus version() throws IOException {
        String version = Help.class.getPackage().getImplementationVersion();
        return print("marcato " + (version == null ? "(not packaged)" : version) + "\n");
    }

    static ExitStatus of(String name, Verb verb) throws IOException {
        return print(text(name, verb));
    }

    static String text(String name, Verb verb) {
        CommandSpec spec = Dispatcher.spec(name, verb);
        spec.addOption(Arguments.flag("-h --help", "show this help"));
        spec.usageMessage()
                .customSynopsis("marcato " + name + " " + verb.synopsis())
                .description(lines(verb.description()))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .sortOptions(false)
                .width(100)
                .footerHeading("%nExamples:%n")
                .footer(examples(verb.examples()));
        return new CommandLine(spec).getUsageMessage(Ansi.OFF);
    }

    private static String[] lines(List<String> lines) {
        return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
    }

    private static String[] examples(List<String> lines) {
        String[] shown = lines(lines);
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (i % 2 == 0 ? "  " : "    ") + shown[i];
        }
        return shown;
    }

    private static ExitStatus print(String text) throws IOException {
        OutputTarget target = OutputTarget.plan("-o", "-");
        OutputStream out = target.open();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        target.commit();
        return ExitStatus.DONE;
    }
}
