package org.mediaenricher.media.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediaenricher.media.FailureCode;
import org.mediaenricher.media.MediaFacts;
import org.mediaenricher.media.Size;

class SvgReaderTest extends ReaderContract {
    @Override
    List<Bytes> samples() {
        return List.of(
                Bytes.of("<?xml version='1.0'?><!-- c --><!DOCTYPE svg [<!ENTITY a 'b'>]>\n"
                        + "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='40px' height=\"30\"><s:g/></s:svg>"),
                Bytes.of(0xef, 0xbb, 0xbf).text(" <svg viewBox='0,0 40.5 30'/>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "width='40' height='30'; 40; 30",
                "width='1in' height='2.54cm'; 96; 96",
                "viewBox='0 0 40 30'; 40; 30",
                "width='80' viewBox='0 0 40 30'; 80; 60",
                "height='60' viewBox='0 0 40 30'; 80; 60",
                "width='100%' height='100%' viewBox='0 0 40 30'; 40; 30",
                "width='0.2' height='30'; 1; 30"
            })
    void the_root_element_tells_the_size(String attributes, int width, int height) {
        MediaFacts facts = Readings.facts(Bytes.of("<svg " + attributes + "></svg>"));
        assertThat(facts.contentType()).isEqualTo("image/svg+xml");
        assertThat(facts.appearance().picture().orElseThrow().shown()).isEqualTo(new Size(width, height));
    }

    @Test
    void a_picture_that_names_no_size_has_none() {
        assertThat(Readings.facts(Bytes.of("<svg width='100%'/>")).appearance().picture())
                .isEmpty();
    }

    @Test
    void entities_are_neither_opened_nor_expanded() {
        Bytes svg = Bytes.of("<!DOCTYPE svg [<!ENTITY w SYSTEM 'file:///etc/hostname'>]><svg width='&w;' height='3'/>");
        assertThat(Readings.facts(svg).appearance().picture()).isEmpty();
    }

    @Test
    void another_root_element_is_no_svg() {
        assertThat(Readings.failure(Bytes.of("<html><svg width='4' height='3'/></html>"))
                        .code())
                .isEqualTo(FailureCode.UNSUPPORTED);
    }
}
