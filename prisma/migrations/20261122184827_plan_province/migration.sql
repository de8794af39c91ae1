-- AlterTable
ALTER TABLE "LegislationPlan" ADD COLUMN     "provinceOrganId" UUID;

