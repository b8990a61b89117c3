package org.mediaenricher.runs;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Enums as the words the schema's checks allow. */
final class Words {
    private Words() {}

    @Converter(autoApply = true)
    static class OfStatus implements AttributeConverter<RunStatus, String> {
        @Override
        public String convertToDatabaseColumn(RunStatus status) {
            return status == null ? null : status.word();
        }

        @Override
        public RunStatus convertToEntityAttribute(String word) {
            return word == null ? null : RunStatus.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Converter(autoApply = true)
    static class OfMode implements AttributeConverter<RunMode, String> {
        @Override
        public String convertToDatabaseColumn(RunMode mode) {
            return mode == null ? null : mode.word();
        }

        @Override
        public RunMode convertToEntityAttribute(String word) {
            return word == null ? null : RunMode.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Converter(autoApply = true)
    static class OfTrigger implements AttributeConverter<RunTrigger, String> {
        @Override
        public String convertToDatabaseColumn(RunTrigger trigger) {
            return trigger == null ? null : trigger.word();
        }

        @Override
        public RunTrigger convertToEntityAttribute(String word) {
            return word == null ? null : RunTrigger.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
